/**
 * Runs Deno on the set of dependencies that is there:
 * `deno run --allow-run --allow-env tasks/deno.ts run cli.ts --help`.
 */

import { chooseDeps, type Deps, depsArgs } from "./deps.ts";

/** Windows gives a console's Ctrl-C to the child by itself, and has no more. */
const SIGNALS: Deno.Signal[] = Deno.build.os === "windows"
  ? []
  : ["SIGINT", "SIGTERM"];

/** Runs a command in the terminal, passes signals on, resolves to its code. */
export async function run(
  command: string | URL,
  args: string[],
  env: Record<string, string> = {},
): Promise<number> {
  const child = new Deno.Command(command, { args, env }).spawn();
  for (const signal of SIGNALS) {
    Deno.addSignalListener(signal, () => {
      try {
        child.kill(signal);
      } catch { /* it has just ended */ }
    });
  }
  return (await child.status).code;
}

/** The arguments of Deno that run a subcommand on a set. */
export function denoArgs(deps: Deps, [subcommand, ...args]: string[]) {
  return [subcommand!, ...depsArgs(deps), ...args];
}

/** Runs a subcommand of Deno on a set; Denos below it use the same one. */
export function runDeno(deps: Deps, args: string[]): Promise<number> {
  return run(Deno.execPath(), denoArgs(deps, args), {
    KUGOU_DEPS: deps,
    KUGOU_DENO_ARGS: JSON.stringify(depsArgs(deps)),
  });
}

/** Puts what deno.json names into the node_modules/ that Vite needs. */
export async function install(deps: Deps) {
  if (deps === "npm") return;
  const code = await run(Deno.execPath(), ["install", "--quiet"]);
  if (code !== 0) Deno.exit(code);
}

if (import.meta.main) Deno.exit(await runDeno(await chooseDeps(), Deno.args));
