/**
 * Checks a lookup: every field of it, where the client stops at the first.
 *
 * @module
 */

import { type JsonObject, KugouInputError, parseDeviceId } from "../../mod.ts";
import { checkAccessToken } from "../client/access_token.ts";
import { checkParams } from "../client/request.ts";
import type { RawLookup } from "./form.ts";

/** A lookup that can be sent. */
export interface CheckedLookup {
  readonly deviceId: string;
  readonly accessToken: string;
  readonly params: JsonObject;
}

/**
 * Checks a lookup.
 *
 * @param raw The lookup as it was asked for.
 * @returns The lookup, or what is wrong with each field that is.
 */
export function checkLookup(
  raw: RawLookup,
): CheckedLookup | readonly KugouInputError[] {
  const problems = [
    problemOf(() => parseDeviceId(raw.deviceId as string)),
    problemOf(() => checkAccessToken(raw.accessToken)),
    problemOf(() => checkParams(raw.params)),
  ].filter((problem) => problem !== null);
  return problems.length > 0 ? problems : raw as CheckedLookup;
}

/** Tells what is wrong from what can be sent. */
export function isRefused(
  checked: CheckedLookup | readonly KugouInputError[],
): checked is readonly KugouInputError[] {
  return Array.isArray(checked);
}

function problemOf(check: () => unknown): KugouInputError | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof KugouInputError) return error;
    throw error;
  }
}
