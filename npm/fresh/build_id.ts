/** Names the build that is served: what carries its name never changes. */
export let buildId = "";

/** Sets it, when a build is loaded. */
export function setBuildId(id: string) {
  buildId = id;
}
