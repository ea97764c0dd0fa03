/**
 * Runs Deno as a process, on the set of dependencies that is there.
 *
 * @module
 */

import type { Contestant } from "./interleave.ts";

/** The directory of the project. */
const ROOT = new URL("../", import.meta.url);

/** A Deno to run, from the directory of the project. */
export interface Program {
  /** The options of `deno run`: permissions and the like. */
  readonly options: readonly string[];
  /** The script and its arguments. */
  readonly args: readonly string[];
  /** Environment variables. */
  readonly env?: Record<string, string>;
}

/** What `npm/deno.ts` hands on for a Deno of its child's own. */
function dependencies(): string[] {
  return JSON.parse(Deno.env.get("KUGOU_DENO_ARGS") ?? "[]");
}

/**
 * Runs a program and reads what it writes.
 *
 * @param program The program.
 * @returns What it wrote to stdout.
 * @throws {Error} If it does not end with 0.
 */
export async function runProgram(program: Program): Promise<string> {
  const { options, args, env } = program;
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", ...dependencies(), "--no-prompt", ...options, ...args],
    cwd: ROOT,
    env: { ...env, DENO_NO_UPDATE_CHECK: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).output();
  if (code === 0) return new TextDecoder().decode(stdout);
  const why = new TextDecoder().decode(stderr).trim();
  throw new Error(`Cannot run ${args[0]}: it ended with ${code}: ${why}`);
}

/**
 * Makes a contestant of a program.
 *
 * @param program The program.
 * @returns What can be measured: the process from its start to its end.
 */
export function asProcess(program: Program): Contestant {
  const run = async () => {
    await runProgram(program);
  };
  return { run, count: 1 };
}

/**
 * The command that runs a program, for a person to repeat.
 *
 * @param program The program.
 * @returns The command line, from the directory of the project.
 */
export function commandLine({ options, args, env = {} }: Program): string {
  const root = decodeURIComponent(ROOT.pathname);
  return [
    ...Object.entries(env).map(([name, value]) => `${name}=${value}`),
    "deno run",
    ...dependencies().map((arg) => arg.replaceAll(root, "")),
    "--no-prompt",
    ...options,
    ...args,
  ].join(" ");
}
