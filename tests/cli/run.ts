/**
 * Runs the command line: as its users do, a process of its own with just the
 * permissions that the README names; or in this process, where that is enough.
 */

import { createContext } from "../../lib/cli/context.ts";
import { main } from "../../lib/cli/main.ts";
import type { Stream } from "../../lib/cli/output.ts";
import { quoteWord } from "../../lib/text/shell.ts";
import { DENO_ARGS } from "../command.ts";
import { cleanEnv } from "./env.ts";

/** What became of a process. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Environment variables; there are no others but those that Deno needs. */
  readonly env?: Readonly<Record<string, string>>;
  /** What it reads from stdin; nothing without it. */
  readonly stdin?: string | Uint8Array<ArrayBuffer>;
  /** Deno's permission flags instead of the documented ones. */
  readonly permissions?: readonly string[];
  /** Permission flags besides those. */
  readonly allow?: readonly string[];
  readonly cwd?: string;
  /** The script to run instead of cli.ts. */
  readonly script?: string;
}

/** The README's flags, with this machine in place of the endpoint's host. */
export const NET = "--allow-net=127.0.0.1";
export const ENV =
  "--allow-env=KUGOU_ACCESS_TOKEN,KUGOU_ENDPOINT,KUGOU_LANG,FORCE_COLOR,TERM";

/** A token that nothing may ever show. */
export const SECRET = "5ecre7-0a1b2c3d4e5f60718293a4b5c6d7e8f9";

/** No test waits longer for a process. */
const LIMIT_MS = 60_000;

/** The arguments of Deno that run the command line. */
export function denoArgs(
  args: readonly string[],
  {
    permissions = [NET, ENV],
    allow = [],
    script = "../../cli.ts",
  }: RunOptions = {},
): string[] {
  const path = new URL(script, import.meta.url).href;
  return [
    "run",
    "--quiet",
    ...DENO_ARGS,
    ...permissions,
    ...allow,
    path,
    ...args,
  ];
}

/** Starts the command line, and does not wait for it. */
export function spawn(
  args: readonly string[],
  options: RunOptions = {},
  stdin: "null" | "piped" = "null",
): Deno.ChildProcess {
  return command(Deno.execPath(), denoArgs(args, options), options, stdin)
    .spawn();
}

/** Runs the command line to its end. */
export async function run(
  args: readonly string[],
  options: RunOptions = {},
): Promise<Run> {
  const { stdin } = options;
  const child = spawn(args, options, stdin === undefined ? "null" : "piped");
  const timer = setTimeout(() => child.kill("SIGKILL"), LIMIT_MS);
  try {
    const [output] = await Promise.all([
      child.output(),
      stdin === undefined ? null : feed(child, stdin),
    ]);
    return decode(output);
  } finally {
    clearTimeout(timer);
  }
}

/** Gives a process all that it reads from stdin. */
export async function feed(
  { stdin }: Deno.ChildProcess,
  input: string | Uint8Array<ArrayBuffer>,
): Promise<void> {
  const bytes = typeof input === "string"
    ? new TextEncoder().encode(input)
    : input;
  const writer = stdin.getWriter();
  try {
    await writer.write(bytes);
    await writer.close();
  } catch {
    // It has ended without reading, which its exit code tells about.
  }
}

/** Runs the command line in a shell, which redirects its streams. */
export async function runInShell(
  args: readonly string[],
  redirection: string,
  options: RunOptions = {},
): Promise<Run> {
  const line = [Deno.execPath(), ...denoArgs(args, options)].map(quoteWord);
  const script = `${line.join(" ")} ${redirection}`;
  return decode(await command("sh", ["-c", script], options, "null").output());
}

function command(
  program: string,
  args: readonly string[],
  { env, cwd }: RunOptions,
  stdin: "null" | "piped",
): Deno.Command {
  return new Deno.Command(program, {
    args: [...args],
    clearEnv: true,
    env: cleanEnv(env),
    ...cwd !== undefined && { cwd },
    stdin,
    stdout: "piped",
    stderr: "piped",
  });
}

function decode({ code, stdout, stderr }: Deno.CommandOutput): Run {
  const text = new TextDecoder();
  return { code, stdout: text.decode(stdout), stderr: text.decode(stderr) };
}

/** Runs the command line in this process, with the variables that are given. */
export async function runHere(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const stdout = new Recorder();
  const stderr = new Recorder();
  const context = createContext(args, {
    stdout,
    stderr,
    env: {
      mayRead: () => true,
      get: (name) => ({ KUGOU_LANG: "en", ...env })[name],
    },
  });
  const code = await main(args, context);
  return { code, stdout: stdout.text, stderr: stderr.text };
}

/** A stream that keeps what it is given. */
export class Recorder implements Stream {
  readonly #kept: number[] = [];

  get text(): string {
    return new TextDecoder().decode(new Uint8Array(this.#kept));
  }

  writeSync(bytes: Uint8Array): number {
    for (const byte of bytes) this.#kept.push(byte);
    return bytes.length;
  }

  isTerminal(): boolean {
    return false;
  }
}
