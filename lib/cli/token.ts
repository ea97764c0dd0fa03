/** Where the access token comes from. */

import { badInput } from "../i18n/bad_input.ts";
import { words } from "../i18n/words.ts";
import { removeInvisible } from "../text/clean.ts";
import type { Context } from "./context.ts";
import { MissingPermission } from "./errors.ts";
import { readFile, readStdin } from "./files.ts";
import type { Args } from "./parse.ts";

const VARIABLE = "KUGOU_ACCESS_TOKEN";

const TOKEN_LIKE = /^(?![./~])(?=.*\d)[\w+/=-]{24,}$/;

/**
 * Finds the token in the first of its sources that was chosen: stdin, a file,
 * the environment. Nothing it shows from then on has the token in it.
 */
export async function findToken(
  { options }: Args,
  context: Context,
): Promise<string | undefined> {
  const file = options.get("token-file");
  const { labels } = context.about;
  let token: string | undefined;
  if (options.has("token-stdin")) {
    labels["accessToken"] = "--token-stdin";
    if (!Deno.stdin.isTerminal()) token = await readStdin("--token-stdin");
  } else if (file !== undefined) {
    labels["accessToken"] = "--token-file";
    // The token itself in place of its file is not repeated.
    if (TOKEN_LIKE.test(file)) context.hide(file);
    token = await readFile("--token-file", file);
  } else {
    labels["accessToken"] = VARIABLE;
    token = context.env.get(VARIABLE);
  }
  if (token === undefined) return undefined;
  // Editors and `echo` end a file with a line break; more is a mistake.
  const bare = removeInvisible(token).replace(/\r?\n$/, "");
  context.hide(bare);
  return bare;
}

/** Gets the token where no source has one: from a person, or not at all. */
export async function askForToken(
  context: Context,
  signal: AbortSignal,
): Promise<string> {
  if (Deno.stdin.isTerminal() && context.err.isTerminal) {
    const token = removeInvisible(await promptToken(context, signal));
    context.hide(token);
    return token;
  }
  if (!context.env.mayRead(VARIABLE)) {
    throw new MissingPermission(`--allow-env=${VARIABLE}`);
  }
  throw badInput("accessToken", ({ input }) => input.noToken);
}

/**
 * Asks on stderr, and reads from the terminal with its echo switched off.
 * Deno std's `promptSecret` writes to stdout, which belongs to the answer, and
 * keeps Ctrl-C from the program while it waits.
 */
async function promptToken(
  { about, err, language }: Context,
  signal: AbortSignal,
): Promise<string> {
  const { prompt, tokenName } = words(language).lookup;
  signal.throwIfAborted();
  about.labels["accessToken"] = tokenName;
  // Before the question, or a fast answer would be seen. With cbreak, Ctrl-C
  // still is a signal and not a byte.
  Deno.stdin.setRaw(true, { cbreak: true });
  const restore = () => Deno.stdin.setRaw(false);
  // The program ends before a pending read does.
  signal.addEventListener("abort", restore, { once: true });
  err.write(prompt);
  try {
    return await readLine();
  } finally {
    signal.removeEventListener("abort", restore);
    restore();
    err.line();
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
