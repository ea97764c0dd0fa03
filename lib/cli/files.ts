/** Files that options name, and what can be wrong with them. */

import {
  type JsonObject,
  KugouError,
  KugouInputError,
  parseJson,
} from "../../mod.ts";
import { badInput, inputProblem, type InputWords } from "../i18n/bad_input.ts";
import type { Words } from "../i18n/words.ts";
import { quoteWord } from "../text/shell.ts";
import { withPermission } from "./errors.ts";

/** A file cannot be used: why, and what would help. */
export class FileError extends KugouInputError {
  override get name(): string {
    return "FileError";
  }

  /** The field is what names the file, such as `--out`. */
  constructor(
    field: string,
    readonly path: string,
    pick: (words: FileWords) => InputWords,
  ) {
    super(field, inputProblem(({ input }) => pick(input.file)));
  }
}

type FileWords = Words["input"]["file"];

/** A file, what names it, and what is done with it. */
export interface FileUse {
  readonly field: string;
  readonly path: string;
  /** Another file that is needed for it. */
  readonly beside?: string;
  readonly access: readonly ("read" | "write")[];
}

/** Works on a file; what the system says against it becomes words. */
export async function withFile<T>(
  use: FileUse,
  work: () => T | Promise<T>,
): Promise<T> {
  try {
    return await withPermission(() => flagFor(use), work);
  } catch (error) {
    throw fileError(use, error) ?? error;
  }
}

/** The error for what the system said about a file; `null` for a bug. */
export function fileError(
  { field, path, access }: FileUse,
  error: unknown,
): FileError | null {
  if (!(error instanceof Error) || error instanceof KugouError) return null;
  const { code } = error as { code?: unknown };
  // As the system names its errors, and Node.js none of its own.
  if (typeof code !== "string" || !/^E[A-Z\d]+$/.test(code)) return null;
  const name = code === "ENOENT" && access.includes("write")
    ? "noFolder"
    : PROBLEMS[code];
  return new FileError(
    field,
    path,
    (words) => name === undefined ? words.failed(code) : words[name],
  );
}

const PROBLEMS: Readonly<
  Record<string, Exclude<keyof FileWords, "failed">>
> = {
  EACCES: "denied",
  EBUSY: "inUse",
  EDQUOT: "noSpace",
  EISDIR: "directory",
  ELOOP: "loop",
  EMFILE: "tooManyOpen",
  ENAMETOOLONG: "nameTooLong",
  ENFILE: "tooManyOpen",
  ENOENT: "missing",
  ENOSPC: "noSpace",
  ENOTDIR: "noFolder",
  EPERM: "denied",
  EROFS: "readOnly",
  ETXTBSY: "inUse",
};

function flagFor({ path, beside, access }: FileUse): string {
  const paths = beside === undefined ? [path] : [path, beside];
  const isAllowed = access.every((name) =>
    paths.every((path) =>
      Deno.permissions.querySync({ name, path }).state === "granted"
    )
  );
  // Deno opens nothing under /dev, /proc and /sys, whatever else it allows.
  if (isAllowed) return "--allow-all";
  const list = [...new Set(paths.map(allowable))].join(",");
  return access.map((name) => quoteWord(`--allow-${name}=${list}`)).join(" ");
}

/** Deno takes a comma for the end of a path: then the folder before it. */
function allowable(path: string): string {
  if (!path.includes(",")) return path;
  return path.slice(0, path.lastIndexOf("/", path.indexOf(",")) + 1) || ".";
}

/** What no token and no parameters come near. */
const MAX_BYTES = 1024 * 1024;

/** Reads a short file. */
export async function readFile(field: string, path: string): Promise<string> {
  const use: FileUse = { field, path, access: ["read"] };
  return await withFile(use, async () => {
    using file = await Deno.open(path);
    return await readText(use, file);
  });
}

/** Reads a short text from stdin. */
export async function readStdin(field: string): Promise<string> {
  const use: FileUse = { field, path: "stdin", access: ["read"] };
  return await withFile(use, () => readText(use, Deno.stdin));
}

async function readText(
  { field, path }: FileUse,
  source: { read(buffer: Uint8Array): Promise<number | null> },
): Promise<string> {
  const buffer = new Uint8Array(MAX_BYTES);
  for (let length = 0; length < MAX_BYTES;) {
    const count = await source.read(buffer.subarray(length));
    if (count === null) {
      return new TextDecoder().decode(buffer.subarray(0, length));
    }
    length += count;
  }
  throw new FileError(field, path, ({ tooLong }) => tooLong);
}

/** Reads JSON, or `@` and the name of a file with JSON. */
export async function readParams(text: string): Promise<JsonObject> {
  const json = text.startsWith("@")
    ? await readFile("params", text.slice(1))
    : text;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    // Its message would quote the text.
    throw badInput("params", ({ input }) => input.paramsNotJson);
  }
  if (JSON.stringify(parseJson(json)) !== JSON.stringify(value)) {
    throw badInput("params", ({ input }) => input.paramsTooManyDigits);
  }
  return value as JsonObject;
}
