/**
 * The access token: what can never be one, and how one is fetched.
 *
 * @module
 */

import type { LocalizedText } from "./error_info.ts";
import {
  KugouInputError,
  type KugouInputProblem,
  reasonAgainstWord,
} from "./input_error.ts";
import { within } from "./time.ts";

/**
 * The access token, or a function that fetches one.
 *
 * A function is asked once for each call, and once more if the server says
 * that the token is no longer valid.
 */
export type KugouAccessToken = string | (() => string | Promise<string>);

/**
 * Checks that a text may be an access token: visible ASCII characters only.
 *
 * @param token The text.
 * @returns The same text.
 * @throws {KugouInputError} If it can never be a token. The error does not
 * quote it.
 */
export function checkAccessToken(token: unknown): string {
  const reason = reasonAgainstWord(token) ?? reasonAgainstAscii(token);
  if (reason !== null) {
    throw new KugouInputError("accessToken", { ...ACCESS_TOKEN, reason });
  }
  return token as string;
}

/**
 * Gives the token, fetching it where a function does that.
 *
 * @param accessToken The token or the function.
 * @param ms How long the function may take, in milliseconds.
 * @param late Gives what is thrown if it took longer.
 * @param signal Ends the wait early, with its reason.
 * @returns The token, checked.
 * @throws {KugouInputError} If the function gave what can never be a token.
 */
export async function askAccessToken(
  accessToken: KugouAccessToken,
  ms: number,
  late: () => unknown,
  signal?: AbortSignal,
): Promise<string> {
  if (typeof accessToken === "string") return accessToken;
  const asked = Promise.resolve().then(accessToken);
  return checkAccessToken(await within(asked, ms, late, signal));
}

function reasonAgainstAscii(token: unknown): LocalizedText | null {
  return /^[\x21-\x7e]+$/.test(String(token)) ? null : NOT_ASCII;
}

const ACCESS_TOKEN: Omit<KugouInputProblem, "reason"> = {
  expected: {
    en: "the AccessToken of a signed-in user, in visible ASCII characters",
    zh: "已登录用户的 AccessToken，仅含可见 ASCII 字符",
  },
  // A made-up token would look like somebody's account.
  example: null,
};

const NOT_ASCII: LocalizedText = {
  en: "it has a character outside of ASCII",
  zh: "含有 ASCII 以外的字符",
};
