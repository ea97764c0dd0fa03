/** Reads the outputs of batches: their headers, and answer by answer. */

import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type KugouErrorClass,
  type KugouErrorKind,
  type KugouMembershipName,
  type LocalizedText,
} from "../../mod.ts";
import { LineSplitter } from "../text/lines.ts";

/** A membership in an answer; its end is ISO 8601. */
interface AnsweredMembership {
  readonly state: string;
  readonly end: string | null;
}

interface Common {
  /** The number of the line in the input. */
  readonly line: number;
  /** What was asked; nothing where the line could not be read. */
  readonly hash?: string | null;
  readonly deviceId: string | null;
  /** The line's other columns. */
  readonly columns?: JsonObject;
  readonly requestId: string | null;
  readonly attempts: number;
}

/** A user that was found. */
export interface Found extends Common {
  readonly ok: true;
  readonly user: {
    readonly id: string | null;
    readonly nickname: string | null;
    readonly memberships: Readonly<
      Record<KugouMembershipName, AnsweredMembership>
    >;
  };
  readonly durationMs: number;
}

/** A lookup that failed. */
export interface Failed extends Common {
  readonly ok: false;
  readonly error: {
    readonly kind: KugouErrorKind;
    readonly code?: string;
    readonly class?: KugouErrorClass;
    readonly status?: number;
    readonly field?: string;
    readonly reason?: LocalizedText;
    readonly expected?: LocalizedText;
  };
}

/** What a batch wrote about one line. */
export type Answer = Found | Failed;

/** What the first line of an output says. */
export interface OutputHeader {
  readonly input: string;
  readonly shard: string;
  readonly endpoint: string;
}

/** What a file turned out to hold. */
export interface FileFacts {
  readonly name: string;
  /** More than one where outputs were joined; the last is that of the answers now. */
  readonly headers: OutputHeader[];
  answers: number;
  /** How many lines no batch has written. */
  foreign: number;
  /** The number of the first of them. */
  firstForeign: number | null;
  /** Whether the last line ends in the middle. */
  isTorn: boolean;
}

export function newFacts(name: string): FileFacts {
  return {
    name,
    headers: [],
    answers: 0,
    foreign: 0,
    firstForeign: null,
    isTorn: false,
  };
}

/** A file, or stdin. */
export interface Source {
  read(buffer: Uint8Array): Promise<number | null>;
}

const BUFFER_BYTES = 1024 * 1024;

/** Longer texts are kept until a full garbage collection: 100 MB are then 170. */
const TEXT_BYTES = 32 * 1024;

/**
 * Gives the answers of one output, part by part, each read when it is asked
 * for: what is let go at once costs no memory. Fills in what it finds.
 */
export async function* readAnswers(
  source: Source,
  facts: FileFacts,
): AsyncGenerator<Iterable<Answer>> {
  const decoder = new TextDecoder();
  const splitter = new LineSplitter();
  let number = 0;
  function* read(lines: readonly (string | null)[]): Generator<Answer> {
    for (const text of lines) {
      number++;
      const value = parse(text ?? "");
      if (isAnswer(value)) {
        facts.answers++;
        yield value;
      } else if (isHeader(value)) facts.headers.push(value.batch);
      else if (text?.trim() !== "") {
        facts.foreign++;
        facts.firstForeign ??= number;
      }
    }
  }
  const buffer = new Uint8Array(BUFFER_BYTES);
  for (;;) {
    const count = await source.read(buffer);
    if (count === null) break;
    for (let at = 0; at < count; at += TEXT_BYTES) {
      const bytes = buffer.subarray(at, Math.min(at + TEXT_BYTES, count));
      yield read(splitter.push(decoder.decode(bytes, { stream: true })));
    }
  }
  const last = splitter.end(decoder.decode()) ?? "";
  if (parse(last) === null && /^\{"(?:line|batch)":/.test(last)) {
    facts.isTorn = true;
  } else if (last !== "") yield read([last]);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Loose = Record<string, unknown> | null | undefined;

/** A file may hold anything. */
function isAnswer(value: unknown): value is Answer {
  const it = value as Loose;
  const isCommon = Number.isSafeInteger(it?.line) && Number(it?.line) >= 1 &&
    isTextOrNull(it?.deviceId) && isTextOrNull(it?.requestId) &&
    Number.isSafeInteger(it?.attempts) &&
    (it?.columns === undefined || isJsonObject(it.columns as JsonValue));
  if (!isCommon) return false;
  if (it?.ok === false) return isError(it.error as Loose);
  const user = it?.user as Loose;
  return it?.ok === true && typeof it.durationMs === "number" &&
    isTextOrNull(user?.id) && isTextOrNull(user?.nickname) &&
    NAMES.every((name) =>
      isMembership((user?.memberships as Loose)?.[name] as Loose)
    );
}

export const NAMES: readonly KugouMembershipName[] = ["vip", "car", "svip"];

function isMembership(membership: Loose): boolean {
  return typeof membership?.state === "string" && isTextOrNull(membership.end);
}

function isError(error: Loose): boolean {
  return typeof error?.kind === "string" &&
    [error.code, error.field].every((it) => isTextOrNull(it ?? null)) &&
    ["number", "undefined"].includes(typeof error.status);
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === "string";
}

function isHeader(value: unknown): value is { batch: OutputHeader } {
  const batch = (value as Loose)?.batch as Loose;
  return [batch?.input, batch?.endpoint].every((it) =>
    typeof it === "string"
  ) &&
    /^\d{1,5}\/\d{1,5}$/.test(String(batch?.shard));
}
