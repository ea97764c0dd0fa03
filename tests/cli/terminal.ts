/** Runs the command line on a terminal of its own. */

import { quoteWord } from "../../lib/text/shell.ts";
import { cleanEnv } from "./env.ts";
import { denoArgs, type RunOptions } from "./run.ts";

/** `script` of util-linux gives a command a terminal; others have other flags. */
export const hasTerminal: boolean = isUtilLinux();

if (!hasTerminal) {
  const line =
    "script of util-linux is absent: tests on a terminal are skipped";
  Deno.stderr.writeSync(new TextEncoder().encode(`${line}\n`));
}

function isUtilLinux(): boolean {
  try {
    const { stdout } = new Deno.Command("script", { args: ["--version"] })
      .outputSync();
    return new TextDecoder().decode(stdout).includes("util-linux");
  } catch {
    return false;
  }
}

/** What to press, or to do, once a text is on the screen. */
export type Key = readonly [
  after: string,
  keys: string | ((shown: string) => void),
];

/** What a terminal showed. */
export interface Screen {
  readonly code: number;
  /** All that was shown, both streams, with `\n` for line breaks. */
  readonly text: string;
}

/** Runs the command line on a terminal, and presses keys. */
export async function runOnTerminal(
  args: readonly string[],
  keys: readonly Key[],
  options: RunOptions = {},
): Promise<Screen> {
  const command = [Deno.execPath(), ...denoArgs(args, options)];
  const env = { TERM: "xterm-256color", SHELL: "/bin/sh", ...options.env };
  return await press(command, keys, env);
}

/** Types into any other program, and gives what the terminal showed. */
export async function typeOnTerminal(
  command: readonly string[],
  keys: readonly Key[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  return (await press(command, keys, { TERM: "dumb", ...env })).text;
}

async function press(
  command: readonly string[],
  keys: readonly Key[],
  env: Readonly<Record<string, string>>,
): Promise<Screen> {
  const child = startOnTerminal(command, cleanEnv(env));
  const timer = setTimeout(() => child.kill("SIGKILL"), 60_000);
  try {
    const text = await watch(child, [...keys]);
    return { code: (await child.status).code, text };
  } finally {
    clearTimeout(timer);
  }
}

function startOnTerminal(
  command: readonly string[],
  env: Record<string, string>,
): Deno.ChildProcess {
  const line = command.map(quoteWord).join(" ");
  return new Deno.Command("script", {
    args: ["--quiet", "--return", "--command", line, "/dev/null"],
    clearEnv: true,
    env,
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
}

async function watch(child: Deno.ChildProcess, keys: Key[]): Promise<string> {
  const writer = child.stdin.getWriter();
  const decoder = new TextDecoder();
  let text = "";
  for await (const bytes of child.stdout) {
    text += decoder.decode(bytes, { stream: true });
    while (keys[0] !== undefined && text.includes(keys[0][0])) {
      const [, press] = keys.shift()!;
      if (typeof press === "string") {
        await writer.write(new TextEncoder().encode(press));
      } else press(text);
    }
  }
  // It may have ended already.
  await writer.close().catch(() => {});
  // Deno clears the line before and after it looks for its own prompts.
  return ["\x1b[0G", "\x1b[2K", "\x1b[J"]
    .reduce((shown, code) => shown.replaceAll(code, ""), text)
    .replaceAll("\r\n", "\n");
}
