/** From the fields of a line to a request. */

import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
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
    /** The line's other columns, which come out beside the answer. */
    readonly columns?: JsonObject;
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

/** Columns that are called otherwise than the fields that they hold. */
export interface ColumnNames {
  readonly deviceId: string | null;
  readonly accessToken: string | null;
}

export const USUAL_NAMES: ColumnNames = { deviceId: null, accessToken: null };

/** The field that a column holds; `null` for one that passes through. */
export function fieldOf(name: string, names: ColumnNames): Field | null {
  for (const field of ["deviceId", "accessToken"] as const) {
    const own = names[field];
    if (own !== null && name.trim() === own.trim()) return field;
  }
  const plain = cleanDeviceId(name).toLowerCase().replace(/[\s_-]/g, "");
  const field = Object.hasOwn(FIELD_NAMES, plain) ? FIELD_NAMES[plain]! : null;
  const isElsewhere = (field === "deviceId" || field === "accessToken") &&
    names[field] !== null;
  return isElsewhere ? null : field;
}

/** Names of what must not come out, or a token in the place of a name. */
const SECRET =
  /token|secret|passw|pwd|令牌|密钥|密码|口令|^(?=.*\d)[\w+/=-]{24,}$/i;

export function saysSecret(name: string): boolean {
  return SECRET.test(name.trim());
}

/** Makes the error for a line that gives no request. */
export function lineProblem(
  pick: (words: Words["batch"]["line"]) => InputWords,
): KugouInputError {
  return badInput("line", ({ batch }) => pick(batch.line));
}

/** A line of JSON, or one element of an array. */
export function itemOfJson(
  line: number,
  json: string,
  names: ColumnNames,
): Item {
  let value: JsonValue;
  try {
    value = parseJson(json);
  } catch {
    // The parser's own message would quote the line, and so its token.
    return problemItem(line, lineProblem(({ notJson }) => notJson));
  }
  if (typeof value === "string" && isDeviceId(value)) {
    return itemOf(line, { deviceId: value }, []);
  }
  if (!isJsonObject(value)) {
    return problemItem(line, lineProblem(({ notAnObject }) => notAnObject));
  }
  const fields: Partial<Record<Field, unknown>> = {};
  const own: [string, JsonValue][] = [];
  for (const [name, member] of Object.entries(value)) {
    const field = fieldOf(name, names);
    if (field === null) own.push([name, member]);
    else if (field in fields) {
      return problemItem(line, lineProblem((words) => words.fieldTwice(field)));
    } else fields[field] = member;
  }
  const problem = ownProblem(own) ??
    ("params" in fields && losesDigits(json, value)
      ? lineProblem(({ tooManyDigits }) => tooManyDigits)
      : null);
  return problem === null
    ? itemOf(line, fields, own)
    : problemItem(line, problem);
}

function losesDigits(json: string, exact: JsonObject): boolean {
  const value = JSON.parse(json);
  return Object.keys(exact).some((name) =>
    fieldOf(name, USUAL_NAMES) === "params" &&
    JSON.stringify(value[name]) !== JSON.stringify(exact[name])
  );
}

/** Members within members are no columns of a table, but may be there. */
const MAX_DEPTH = 20;

function ownProblem(own: readonly [string, JsonValue][]) {
  const secret = own.find(([name, member]) =>
    saysSecret(name) || hasSecret(member)
  );
  if (secret !== undefined) {
    return lineProblem((words) => words.secretField(showable(secret[0])));
  }
  const isDeep = own.some(([, member]) => depthOf(member) > MAX_DEPTH);
  return isDeep ? lineProblem(({ tooDeep }) => tooDeep) : null;
}

function hasSecret(value: JsonValue, depth: number = 0): boolean {
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) {
    return false;
  }
  return Object.entries(value).some(([name, member]) =>
    saysSecret(name) || hasSecret(member, depth + 1)
  );
}

/** How deep a value is nested, as far as that matters. */
function depthOf(value: JsonValue, depth: number = 0): number {
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) {
    return depth;
  }
  return Object.values(value).reduce<number>(
    (deepest, member) => Math.max(deepest, depthOf(member, depth + 1)),
    depth,
  );
}

/** A column of CSV, and the field that it holds, if any. */
export interface Column {
  readonly name: string;
  readonly field: Field | null;
}

/** A record of CSV. */
export function itemOfRecord(
  line: number,
  columns: readonly Column[],
  values: readonly string[],
): Item {
  const fields: Partial<Record<Field, unknown>> = {};
  const own: [string, string][] = [];
  columns.forEach(({ name, field }, index) => {
    const value = values[index] ?? "";
    if (field === null) own.push([name, value]);
    else if (value !== "" || field === "deviceId") fields[field] = value;
  });
  const { params } = fields;
  if (typeof params !== "string") return itemOf(line, fields, own);
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
  return itemOf(line, fields, own);
}

export function problemItem(line: number, problem: KugouInputError): Item {
  return { line, hash: null, problem };
}

/** Their values are checked by the client, before it sends anything. */
function itemOf(
  line: number,
  fields: Partial<Record<Field, unknown>>,
  own: readonly (readonly [string, JsonValue])[],
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
  return {
    line,
    hash,
    ...own.length > 0 && { columns: Object.fromEntries(own) },
    request: request as unknown as KugouManyRequest,
  };
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
