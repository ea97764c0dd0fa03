/**
 * Builds the page, then serves it from a process that has no more permissions
 * than that takes. `--built` serves what the last build made.
 *
 * @module
 */

import { readSettings } from "./lib/web/env.ts";
import { listPermissions } from "./lib/web/permissions.ts";

const ROOT = import.meta.dirname!;

/** What `npm/deno.ts` says that a Deno of ours needs to be told. */
const EXTRA: string[] = JSON.parse(Deno.env.get("KUGOU_DENO_ARGS") ?? "[]");

/** Windows gives a console's Ctrl-C to the child by itself, and has no more. */
const SIGNALS: Deno.Signal[] = Deno.build.os === "windows"
  ? []
  : ["SIGINT", "SIGTERM"];

async function run(permissions: string[], script: string): Promise<number> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", ...EXTRA, "--no-prompt", ...permissions, `${ROOT}/${script}`],
    stdin: "null",
    stdout: "inherit",
    stderr: "inherit",
  }).spawn();
  const listeners = SIGNALS.map((signal) => {
    const listener = () => child.kill(signal);
    Deno.addSignalListener(signal, listener);
    return () => Deno.removeSignalListener(signal, listener);
  });
  const { code } = await child.status;
  for (const remove of listeners) remove();
  return code;
}

async function main(): Promise<number> {
  // First of all, so that a setting that cannot be costs no build.
  const permissions = listPermissions(readSettings(), ROOT);
  const isBuilt = Deno.args.includes("--built");
  const code = isBuilt ? 0 : await run(["--allow-all"], "build.ts");
  return code || await run(permissions, "serve.ts");
}

if (import.meta.main) {
  try {
    Deno.exit(await main());
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    Deno.stderr.writeSync(new TextEncoder().encode(`${error.message}\n`));
    Deno.exit(2);
  }
}
