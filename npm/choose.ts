/**
 * Chooses the set of dependencies: the packages that deno.json names, or the
 * npm ones of import_map.json where JSR does not answer.
 *
 * @module
 */

import config from "../deno.json" with { type: "json" };

/** A set of dependencies. */
export type Deps = "jsr" | "npm";

/** Deno's subcommands that resolve imports; the others refuse the options. */
const RESOLVING = new Set([
  "bench",
  "cache",
  "check",
  "compile",
  "doc",
  "eval",
  "info",
  "repl",
  "run",
  "serve",
  "test",
]);

/**
 * Reads `KUGOU_DEPS`, which forces a set.
 *
 * @param value Its value, if it is set.
 * @returns The set, or nothing when the choice is free.
 * @throws {RangeError} If it names no set.
 */
export function readForced(value: string | undefined): Deps | undefined {
  if (value === undefined || value === "") return undefined;
  if (value === "jsr" || value === "npm") return value;
  throw new RangeError(
    `Cannot choose dependencies: KUGOU_DEPS must be "jsr" or "npm": current value is "${value}"`,
  );
}

/**
 * Says whether Deno can load a module, now or from its cache, soon enough.
 *
 * @param specifier The module; one of the packages from JSR unless given.
 * @param timeoutMs How long to wait for it.
 * @returns Whether it can.
 */
export async function canLoad(
  specifier: string = firstFromJsr(),
  timeoutMs: number = 4_000,
): Promise<boolean> {
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["cache", "--no-config", "--no-lock", "--quiet", specifier],
    signal: AbortSignal.timeout(timeoutMs),
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).output();
  return success;
}

function firstFromJsr(): string {
  const specifiers = Object.values(config.imports);
  return specifiers.find((it) => it.startsWith("jsr:")) ?? "";
}

/**
 * Lists what Deno needs to be told to use a set.
 *
 * @param deps The set.
 * @param directory Where import_map.json and deno.lock stand.
 * @returns Arguments that go right after the subcommand.
 */
export function listArgs(
  deps: Deps,
  directory: string = import.meta.dirname!,
): string[] {
  // Vite alone asks for a node_modules/, and for an install before all else.
  if (deps === "jsr") return ["--node-modules-dir=none"];
  return [
    `--import-map=${directory}/import_map.json`,
    "--node-modules-dir=none",
    `--lock=${directory}/deno.lock`,
    "--frozen",
  ];
}

/**
 * Puts those arguments where Deno expects them.
 *
 * @param args A command line of Deno.
 * @param extra What `listArgs` says.
 * @returns The command line to run.
 */
export function insertArgs(args: string[], extra: string[]): string[] {
  const [subcommand = "", ...rest] = args;
  return RESOLVING.has(subcommand) ? [subcommand, ...extra, ...rest] : args;
}
