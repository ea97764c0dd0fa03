/** From the fields of a line to a request. */

import {
  type KugouInputError,
  type KugouManyRequest,
  parseDeviceId,
  parseJson,
} from "../../mod.ts";
import { badInput, type InputWords } from "../i18n/bad_input.ts";
import type { Words } from "../i18n/words.ts";
import { cleanDeviceId, trimInvisible } from "../text/clean.ts";

/** The fields of a line: members in JSON, columns in CSV. */
export const FIELDS = [
  "deviceId",
  "accessToken",
  "params",
  "requestId",
] as const;

export type Field = typeof FIELDS[number];

/** A line with the request that it makes, or with the reason why it makes none. */
export type Item =
  & {
    readonly line: number;
    /** Tells whether a line is the one that was asked; `null` for no request. */
    readonly hash: string | null;
  }
  & (
    | { readonly request: KugouManyRequest }
    | { readonly problem: KugouInputError }
  );

/** `device_id`, `Device ID` and the wire's `DeviceId` are clearly meant. */
const FIELD_NAMES: Readonly<Record<string, Field>> = {
  deviceid: "deviceId",
  accesstoken: "accessToken",
  params: "params",
  kugouparams: "params",
  requestid: "requestId",
};

export function fieldOf(name: string): Field | null {
  const plain = name.toLowerCase().replace(/[\s_-]/g, "");
  return Object.hasOwn(FIELD_NAMES, plain) ? FIELD_NAMES[plain]! : null;
}

/** Makes the error for a line that gives no request. */
export function lineProblem(
  pick: (words: Words["batch"]["line"]) => InputWords,
): KugouInputError {
  return badInput("line", ({ batch }) => pick(batch.line));
}

/** A line of JSON, or one element of an array. */
export function itemOfJson(line: number, json: string): Item {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    // The parser's own message would quote the line, and so its token.
    return problemItem(line, lineProblem(({ notJson }) => notJson));
  }
  if (typeof value === "string" && isDeviceId(value)) {
    return itemOf(line, { deviceId: value });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return problemItem(line, lineProblem(({ notAnObject }) => notAnObject));
  }
  const fields: Partial<Record<Field, unknown>> = {};
  for (const [name, member] of Object.entries(value)) {
    const field = fieldOf(name);
    const problem = field === null
      ? lineProblem((words) => words.unknownField(showable(name)))
      : field in fields
      ? lineProblem((words) => words.fieldTwice(field))
      : null;
    if (problem !== null) return problemItem(line, problem);
    fields[field!] = member;
  }
  const losesDigits = "params" in fields &&
    JSON.stringify(parseJson(json)) !== JSON.stringify(value);
  return losesDigits
    ? problemItem(line, lineProblem(({ tooManyDigits }) => tooManyDigits))
    : itemOf(line, fields);
}

/** A record of CSV. */
export function itemOfRecord(
  line: number,
  columns: readonly Field[],
  values: readonly string[],
): Item {
  const fields: Partial<Record<Field, unknown>> = {};
  columns.forEach((field, index) => {
    const value = values[index] ?? "";
    if (value !== "" || field === "deviceId") fields[field] = value;
  });
  const { params } = fields;
  if (typeof params !== "string") return itemOf(line, fields);
  try {
    fields.params = JSON.parse(params);
    if (JSON.stringify(parseJson(params)) !== JSON.stringify(fields.params)) {
      return problemItem(
        line,
        lineProblem(({ tooManyDigits }) => tooManyDigits),
      );
    }
  } catch {
    // The client says that it is no object.
  }
  return itemOf(line, fields);
}

export function problemItem(line: number, problem: KugouInputError): Item {
  return { line, hash: null, problem };
}

/** Their values are checked by the client, before it sends anything. */
function itemOf(
  line: number,
  fields: Partial<Record<Field, unknown>>,
): Item {
  const request: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value !== null) request[name] = value;
  }
  const { deviceId, accessToken, params = {} } = request;
  if (typeof deviceId === "string") request.deviceId = cleanDeviceId(deviceId);
  if (typeof accessToken === "string") {
    request.accessToken = trimInvisible(accessToken);
  }
  const hash = hashOf(JSON.stringify([request.deviceId, params]));
  return { line, hash, request: request as unknown as KugouManyRequest };
}

/** FNV-1a, in 32 bits: enough to tell that a line was edited. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** Whether a text alone is clearly meant as a device id. */
export function isDeviceId(text: string): boolean {
  try {
    parseDeviceId(cleanDeviceId(text));
    return true;
  } catch {
    return false;
  }
}

/** A name that is no token: those have digits, or are longer. */
export function showable(name: string): string | null {
  return /^\p{L}[\p{L} _-]{0,23}$/u.test(name) ? name : null;
}
