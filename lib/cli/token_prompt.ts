/**
 * Asks for the access token without showing it.
 *
 * Deno std's `promptSecret` is not used: it writes to stdout, which belongs to
 * the answer, and Ctrl-C does not get through to the program while it waits.
 *
 * @module
 */

import { loadWords } from "../i18n/load.ts";
import type { App } from "./app.ts";

/**
 * Asks on stderr, and reads from the terminal with its echo switched off.
 *
 * @param app Where to ask, and in which language.
 * @param signal Ends the question.
 * @returns What was typed.
 */
export async function promptToken(
  app: App,
  signal: AbortSignal,
): Promise<string> {
  const { prompt, tokenName } = await loadWords("lookup", app.language);
  signal.throwIfAborted();
  app.about.labels["accessToken"] = tokenName;
  // Before the question, or a fast answer would be seen. With cbreak, Ctrl-C
  // still is a signal and not a byte.
  Deno.stdin.setRaw(true, { cbreak: true });
  const restore = () => Deno.stdin.setRaw(false);
  // The program ends before a pending read does.
  signal.addEventListener("abort", restore, { once: true });
  app.err.write(prompt);
  try {
    return await readLine();
  } finally {
    signal.removeEventListener("abort", restore);
    restore();
    app.err.line();
  }
}

async function readLine(): Promise<string> {
  const decoder = new TextDecoder();
  const buffer = new Uint8Array(1024);
  let line = "";
  for (;;) {
    const count = await Deno.stdin.read(buffer);
    if (count === null) return line;
    const typed = decoder.decode(buffer.subarray(0, count), { stream: true });
    for (const key of typed) {
      if (key === "\r" || key === "\n" || key === "\x04") return line;
      line = afterKey(line, key);
    }
  }
}

function afterKey(line: string, key: string): string {
  if (key === "\x7f" || key === "\b") return [...line].slice(0, -1).join("");
  if (key === "\x15") return ""; // Ctrl-U
  return line + key;
}
