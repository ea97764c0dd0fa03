/**
 * The fields that a line may have, whatever its format.
 *
 * @module
 */

import type { KugouInputError, KugouManyRequest } from "../../../mod.ts";
import { isNameLike, lineProblem } from "./problem.ts";

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
