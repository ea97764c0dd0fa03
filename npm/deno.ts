/**
 * Runs Deno on whichever set of dependencies is there:
 *
 * ```sh
 * deno run --allow-run --allow-env=KUGOU_DEPS npm/deno.ts test --doc
 * ```
 *
 * `KUGOU_DEPS=jsr` or `KUGOU_DEPS=npm` forces one. What it runs finds the set
 * in that variable, so that nothing below chooses again, and the arguments for
 * a Deno of its own, as a JSON list, in `KUGOU_DENO_ARGS`.
 *
 * @module
 */

import { canLoad, insertArgs, listArgs, readForced } from "./choose.ts";

/** Windows gives a console's Ctrl-C to the child by itself, and has no more. */
const SIGNALS: Deno.Signal[] = Deno.build.os === "windows"
  ? []
  : ["SIGINT", "SIGTERM"];

function say(line: string) {
  Deno.stderr.writeSync(new TextEncoder().encode(`${line}\n`));
}

async function choose() {
  const forced = readForced(Deno.env.get("KUGOU_DEPS"));
  if (forced) return forced;
  if (await canLoad()) return "jsr";
  say(
    "JSR does not answer: the npm set of dependencies is used (KUGOU_DEPS=jsr|npm forces one)",
  );
  return "npm";
}

async function run(args: string[]): Promise<number> {
  const deps = await choose();
  const extra = listArgs(deps);
  const child = new Deno.Command(Deno.execPath(), {
    args: insertArgs(args, extra),
    env: { KUGOU_DEPS: deps, KUGOU_DENO_ARGS: JSON.stringify(extra) },
    stdin: "inherit",
    stdout: "inherit",
    stderr: "inherit",
  }).spawn();
  for (const signal of SIGNALS) {
    Deno.addSignalListener(signal, () => child.kill(signal));
  }
  return (await child.status).code;
}
if (import.meta.main) {
  try {
    Deno.exit(await run(Deno.args));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    say(error.message);
    Deno.exit(2);
  }
}
