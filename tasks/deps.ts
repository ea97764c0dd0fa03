// deno-lint-ignore-file no-console -- tasks talk to whoever runs them
/** Which set of dependencies is used: JSR's, or npm's where JSR is silent. */

import config from "../deno.json" with { type: "json" };

export type Deps = "jsr" | "npm";

/** `KUGOU_DEPS` decides; without it, whether a package of JSR can be loaded. */
export async function chooseDeps(): Promise<Deps> {
  const forced = Deno.env.get("KUGOU_DEPS");
  if (forced === "jsr" || forced === "npm") return forced;
  if (forced) {
    console.error(`KUGOU_DEPS must be "jsr" or "npm", and not "${forced}"`);
    Deno.exit(2);
  }
  if (await canLoad(config.imports["@std/uuid"])) return "jsr";
  console.error(
    "JSR does not answer: using the npm dependencies (KUGOU_DEPS=jsr|npm forces a set)",
  );
  return "npm";
}

/** Whether Deno can load a module, from its cache or soon. */
async function canLoad(specifier: string): Promise<boolean> {
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["cache", "--no-config", "--no-lock", "--quiet", specifier],
    signal: AbortSignal.timeout(4_000),
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).output();
  return success;
}

/** What Deno is told after its subcommand to use a set. */
export function depsArgs(deps: Deps): string[] {
  // Only Vite needs a node_modules/, and so an install before all else.
  if (deps === "jsr") return ["--node-modules-dir=none"];
  const directory = `${import.meta.dirname}/../npm`;
  return [
    "--node-modules-dir=none",
    `--import-map=${directory}/import_map.json`,
    `--lock=${directory}/deno.lock`,
    "--frozen",
  ];
}
