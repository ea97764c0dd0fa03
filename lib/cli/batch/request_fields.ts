/**
 * From the fields of a line to a request, and what can be wrong with a line or
 * with all of them.
 *
 * @module
 */

import {
  KugouInputError,
  type KugouManyRequest,
  type LocalizedText,
} from "../../../mod.ts";
import { cleanDeviceId, removeInvisible } from "../../text/clean.ts";

/** The fields of a line: members in NDJSON, columns in CSV. */
export const FIELDS = [
  "deviceId",
  "accessToken",
  "params",
  "requestId",
] as const;

/** A line with the request that it makes, or with the reason why it makes none. */
export type Item =
  | { readonly line: number; readonly request: KugouManyRequest }
  | { readonly line: number; readonly problem: KugouInputError };

const KNOWN: ReadonlySet<string> = new Set(FIELDS);

/**
 * Makes a request of fields. Their values are checked by the client.
 *
 * @param fields The fields; those that are `null` count as left out.
 * @returns The request, or what is wrong with its fields.
 */
export function toRequest(
  fields: Readonly<Record<string, unknown>>,
): KugouManyRequest | KugouInputError {
  const request: Record<string, unknown> = {};
  for (const name in fields) {
    if (!KNOWN.has(name)) return unknownField(name);
    if (fields[name] !== null) request[name] = fields[name];
  }
  const { deviceId, accessToken } = request;
  if (typeof deviceId === "string") {
    request["deviceId"] = cleanDeviceId(deviceId);
  }
  if (typeof accessToken === "string") {
    request["accessToken"] = removeInvisible(accessToken);
  }
  // The client looks at each value before it sends anything.
  return request as unknown as KugouManyRequest;
}

function unknownField(name: string): KugouInputError {
  const quoted = isNameLike(name) ? ` ${JSON.stringify(name)}` : "";
  return lineProblem(
    `it has an unknown field${quoted}`,
    `含有未知字段${quoted}`,
    {
      en: `no other fields than ${FIELDS.join(", ")}`,
      zh: `只能使用字段 ${FIELDS.join("、")}`,
    },
  );
}

/** A line that gives no request; none of its text is ever quoted. */
const EXPECTED: LocalizedText = {
  en: "one request on a line",
  zh: "每行一个请求",
};

/** A request in NDJSON, for people to copy. */
const EXAMPLE = '{"deviceId":"LAEG4YJE1A/dev01"}';

/**
 * Makes the error for a line that gives no request.
 *
 * @param en What is wrong, as the end of a sentence about the line.
 * @param zh The same in Chinese.
 * @param expected What would be right, if not just any request.
 * @param example A line that would be right, or `null` where none can be shown.
 * @returns The error.
 */
export function lineProblem(
  en: string,
  zh: string,
  expected: LocalizedText = EXPECTED,
  example: string | null = EXAMPLE,
): KugouInputError {
  return new KugouInputError("line", { reason: { en, zh }, expected, example });
}

/**
 * Says whether a field's or column's name may be shown: a token that stands
 * where a name should be has digits or is longer.
 *
 * @param name The name.
 * @returns Whether it looks like a name.
 */
export function isNameLike(name: string): boolean {
  return /^\p{L}[\p{L} _-]{0,23}$/u.test(name);
}

/** What is wrong, and what would be right, in one language. */
export interface RefusalWords {
  /** What is wrong, as the end of a sentence about the subject. */
  readonly reason: string;
  /** What would be right. */
  readonly expected: string;
}

/** The batch cannot be begun as it was asked for; nothing was sent. */
export class Refusal extends Error {
  static {
    this.prototype.name = "Refusal";
  }
  /** What is wrong, as it was typed; `null` for the input. */
  readonly subject: string | null;
  /** What to say about it, by language. */
  readonly words: Readonly<Record<"en" | "zh", RefusalWords>>;

  /**
   * Makes the error.
   *
   * @param subject What is wrong, as it was typed; `null` for the input.
   * @param words What to say about it, by language.
   */
  constructor(subject: string | null, words: Refusal["words"]) {
    const { reason, expected } = words.en;
    super(
      `Cannot use ${subject ?? "the input"}: ${reason}: expected ${expected}`,
    );
    this.subject = subject;
    this.words = words;
  }
}
