/** The environment of processes under test. */

/** What Deno itself needs, and nothing of what a developer may have set. */
const INHERITED = [
  "PATH",
  "HOME",
  "USERPROFILE",
  "LOCALAPPDATA",
  "SYSTEMROOT",
  "TMPDIR",
  "TEMP",
  "XDG_CACHE_HOME",
  "DENO_DIR",
  "JSR_URL",
  "NPM_CONFIG_REGISTRY",
  "DENO_COVERAGE_DIR",
];

export function cleanEnv(
  env: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const inherited = INHERITED.flatMap((name) => {
    const value = Deno.env.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  return {
    ...Object.fromEntries(inherited),
    LC_ALL: "C.UTF-8",
    DENO_NO_UPDATE_CHECK: "1",
    ...env,
  };
}
