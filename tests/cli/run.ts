/**
 * Runs the command line: as its users do, a process of its own with just the
 * permissions that the README names; or in this process, where that is enough.
 */

import { cleanEnv } from "./env.ts";
import { createContext } from "../../lib/cli/context.ts";
import { main } from "../../lib/cli/main.ts";
import type { Stream } from "../../lib/cli/output.ts";

/** What became of a process. */
export interface Run {
  /** The exit code. */
  readonly code: number;
  /** All that went to stdout. */
  readonly stdout: string;
  /** All that went to stderr. */
  readonly stderr: string;
}

/** How the command line is run. */
export interface RunOptions {
  /** Environment variables; there are no others but those that Deno needs. */
  readonly env?: Readonly<Record<string, string>>;
  /** What it reads from stdin; nothing without it. */
  readonly stdin?: string;
  /** Deno's permission flags instead of the documented ones. */
  readonly permissions?: readonly string[];
  /** The directory that it runs in. */
  readonly cwd?: string;
  /** The script to run instead of cli.ts. */
  readonly script?: string;
}

/** The README's flags, with this machine in place of the endpoint's host. */
export const NET = "--allow-net=127.0.0.1";

/** The README's flag for the environment. */
export const ENV =
  "--allow-env=KUGOU_ACCESS_TOKEN,KUGOU_ENDPOINT,KUGOU_LANG,FORCE_COLOR,TERM";

/** A token that nothing may ever show. */
export const SECRET = "5ecre7-0a1b2c3d4e5f60718293a4b5c6d7e8f9";

/** No test waits longer for a process. */
const LIMIT_MS = 60_000;

/**
 * The arguments of Deno that run the command line.
 *
 * @param args Its own arguments.
 * @param options How it is run.
 * @returns The arguments.
 */
export function denoArgs(
  args: readonly string[],
  { permissions = [NET, ENV], script = "../../cli.ts" }: RunOptions = {},
): string[] {
  const extra = JSON.parse(Deno.env.get("KUGOU_DENO_ARGS") ?? "[]");
  const path = new URL(script, import.meta.url).href;
  return ["run", "--quiet", ...extra, ...permissions, path, ...args];
}

/**
 * Starts the command line.
 *
 * @param args Its arguments.
 * @param options How it is run.
 * @returns The process, with all its streams piped.
 */
export function spawn(
  args: readonly string[],
  options: RunOptions = {},
): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: denoArgs(args, options),
    clearEnv: true,
    env: cleanEnv(options.env),
    ...options.cwd !== undefined && { cwd: options.cwd },
    stdin: options.stdin === undefined ? "null" : "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/**
 * Runs the command line to its end.
 *
 * @param args Its arguments.
 * @param options How it is run.
 * @returns What became of it.
 */
export async function run(
  args: readonly string[],
  options: RunOptions = {},
): Promise<Run> {
  const child = spawn(args, options);
  const timer = setTimeout(() => child.kill("SIGKILL"), LIMIT_MS);
  try {
    if (options.stdin !== undefined) await feed(child, options.stdin);
    const { code, stdout, stderr } = await child.output();
    const text = new TextDecoder();
    return { code, stdout: text.decode(stdout), stderr: text.decode(stderr) };
  } finally {
    clearTimeout(timer);
  }
}

async function feed(child: Deno.ChildProcess, text: string): Promise<void> {
  const writer = child.stdin.getWriter();
  try {
    await writer.write(new TextEncoder().encode(text));
    await writer.close();
  } catch {
    // It has ended without reading, which its exit code tells about.
  }
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
