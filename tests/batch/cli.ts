/** Runs `cli.ts batch` as a process of its own. */

import { cleanEnv } from "../cli/env.ts";

const CLI = new URL("../../cli.ts", import.meta.url).pathname;

/** What a test says about the process. */
export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly env?: Record<string, string>;
  readonly language?: "en" | "zh";
  /** Permissions besides the network on loopback. */
  readonly allow?: readonly string[];
}

/** What became of it. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** An answer as a program reads it. */
export interface Line {
  readonly line: number;
  readonly ok: boolean;
  readonly deviceId: string | null;
  readonly error?: { readonly kind: string; readonly field?: string };
}

const DENO_ARGS: string[] = JSON.parse(
  Deno.env.get("KUGOU_DENO_ARGS") ?? "[]",
);

const ENV = "KUGOU_ACCESS_TOKEN,KUGOU_ENDPOINT,JOB_COMPLETION_INDEX";

/** Starts the process, and does not wait for it. */
export function start(
  args: readonly string[],
  { env = {}, allow = [], language = "en" }: RunOptions = {},
): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      ...DENO_ARGS,
      "--no-prompt",
      "--no-check",
      ...allow.includes("--allow-all")
        ? []
        : ["--allow-net=127.0.0.1", `--allow-env=${ENV}`],
      ...allow,
      CLI,
      "batch",
      `--lang=${language}`,
      ...args,
    ],
    clearEnv: true,
    env: cleanEnv({ KUGOU_ACCESS_TOKEN: "", NO_COLOR: "1", ...env }),
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/** Runs the process to its end. */
export async function run(
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ran> {
  const child = start(args, options);
  const feed = ReadableStream.from([options.stdin ?? ""])
    .pipeThrough(toBytes()).pipeTo(child.stdin)
    // A process that wants no more input closes it.
    .catch(() => {});
  const { code, stdout, stderr } = await child.output();
  await feed;
  const decoder = new TextDecoder();
  return { code, out: decoder.decode(stdout), err: decoder.decode(stderr) };
}

function toBytes() {
  const encoder = new TextEncoder();
  return new TransformStream<string | Uint8Array, Uint8Array<ArrayBuffer>>({
    transform: (chunk, controller) =>
      controller.enqueue(
        typeof chunk === "string" ? encoder.encode(chunk) : chunk.slice(),
      ),
  });
}

/** Reads answers, without the header of a file. */
export function linesOf(text: string): Line[] {
  return text.trimEnd().split("\n").map((line) => JSON.parse(line))
    .filter((value) => !("batch" in value));
}

/** Reads the answers of a file. */
export async function linesOfFile(path: string): Promise<Line[]> {
  return linesOf(await Deno.readTextFile(path));
}

/** The numbers of the lines, in their order. */
export function numbersOf(lines: readonly Line[]): number[] {
  return lines.map(({ line }) => line).sort((a, b) => a - b);
}

/** All numbers from 1 on. */
export function numbersTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** Makes an input of NDJSON. */
export function devices(count: number): string {
  return numbersTo(count)
    .map((number) => `{"deviceId":"LAEG4YJE1A/dev${number}"}\n`).join("");
}
