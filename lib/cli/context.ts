/** What every command is given. */

import { redact } from "../../mod.ts";
import { type Language, languageOf } from "../i18n/language.ts";
import { Output, type Stream } from "./output.ts";

export interface Context {
  /** The words of the command line, which may all be wrong. */
  readonly words: readonly string[];
  /** For the answer. */
  readonly out: Output;
  /** For everything else. */
  readonly err: Output;
  readonly env: Env;
  /** The language for people. */
  readonly language: Language;
  /** From now on neither stream shows it. */
  readonly hide: (secret: string) => void;
  /** What a failure is about; the command fills it in as it finds out. */
  readonly about: {
    /** The device that was looked up, once its id is known to be one. */
    deviceId: string | null;
    /** What a field of the client is called by the person who set it. */
    readonly labels: Record<string, string>;
  };
}

/** Environment variables, which Deno may not let the program read. */
export interface Env {
  readonly mayRead: (name: string) => boolean;
  /** The value; nothing where it is not set or must not be read. */
  readonly get: (name: string) => string | undefined;
}

/** What a context is made of; tests bring their own. */
export interface System {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Env;
}

const mayRead = (variable: string) =>
  Deno.permissions.querySync({ name: "env", variable }).state === "granted";

const PROCESS: System = {
  stdout: Deno.stdout,
  stderr: Deno.stderr,
  env: {
    mayRead,
    get: (name) => mayRead(name) ? Deno.env.get(name) : undefined,
  },
};

export function createContext(
  words: readonly string[],
  { stdout, stderr, env }: System = PROCESS,
): Context {
  const secrets: string[] = [];
  const mask = (text: string) => redact(text, secrets);
  const open = (name: "stdout" | "stderr", stream: Stream) => {
    const isTerminal = stream.isTerminal();
    const canRedraw = isTerminal && env.get("TERM") !== "dumb";
    const hasColors = wantsColors(env, canRedraw);
    return new Output(stream, { name, isTerminal, canRedraw, hasColors, mask });
  };
  return {
    words,
    out: open("stdout", stdout),
    err: open("stderr", stderr),
    env,
    language: chooseLanguage(words, env),
    hide: (secret) => {
      if (secret !== "" && !secrets.includes(secret)) secrets.push(secret);
    },
    about: { deviceId: null, labels: {} },
  };
}

/** `FORCE_COLOR` goes before `NO_COLOR`, as it does in Deno itself. */
function wantsColors(env: Env, isColorful: boolean): boolean {
  const force = env.get("FORCE_COLOR");
  if (force) return force !== "0" && force !== "false";
  return isColorful && !Deno.noColor;
}

/** `--lang`, right or wrong, then `KUGOU_LANG`, then the machine's own. */
function chooseLanguage(words: readonly string[], env: Env): Language {
  const asked = /(?:^|\n)--lang[=\n](en|zh)(?:\n|$)/.exec(words.join("\n"));
  const tag = asked?.[1] || env.get("KUGOU_LANG") || navigator.language;
  return languageOf(tag) ?? "en";
}
