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
 * `--install` before all else is for what builds the page: Fresh itself, which
 * is on JSR alone, bundles from a `node_modules/`.
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

async function main(args: string[]): Promise<number> {
  const deps = await choose();
  const extra = listArgs(deps);
  const env = { KUGOU_DEPS: deps, KUGOU_DENO_ARGS: JSON.stringify(extra) };
  const isInstall = args[0] === "--install";
  if (isInstall && deps === "jsr") {
    const code = await run(["install", "--quiet"], env);
    if (code !== 0) return code;
  }
  return await run(insertArgs(isInstall ? args.slice(1) : args, extra), env);
}

async function run(
  args: string[],
  env: Record<string, string>,
): Promise<number> {
  const child = new Deno.Command(Deno.execPath(), {
    args,
    env,
    stdin: "inherit",
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

if (import.meta.main) {
  try {
    Deno.exit(await main(Deno.args));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    say(error.message);
    Deno.exit(2);
  }
}
