/**
 * Checks a lookup: every field of it, where the client stops at the first.
 *
 * @module
 */

import { KugouInputError, parseDeviceId } from "../../mod.ts";
import { checkAccessToken } from "../client/access_token.ts";
import { checkParams } from "../client/request.ts";
import type { RawLookup } from "./form.ts";

/**
 * Finds what is wrong with a lookup.
 *
 * @param raw The lookup as it was asked for.
 * @returns What is wrong with each field that is.
 */
export function problemsOf(raw: RawLookup): KugouInputError[] {
  return [
    problemOf(() => parseDeviceId(raw.deviceId as string)),
    problemOf(() => checkAccessToken(raw.accessToken)),
    problemOf(() => checkParams(raw.params)),
  ].filter((problem) => problem !== null);
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
