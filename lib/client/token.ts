/** The access token: what can never be one. */

import { reasonAgainstWord } from "./checks.ts";
import type { LocalizedText } from "./error_codes.ts";
import { KugouInputError, type KugouInputProblem } from "./errors.ts";

/**
 * The access token, or a function that fetches one.
 *
 * A function is asked once for each call, with `null`, and once more if the
 * server says that the token is not valid, with the token that was refused.
 */
export type KugouAccessToken =
  | string
  | ((refused: string | null) => string | Promise<string>);

/**
 * Checks that a text may be an access token: visible ASCII characters only.
 *
 * @param token The text.
 * @returns The same text.
 * @throws {KugouInputError} If it can never be a token. The error does not
 * quote it.
 *
 * @example Check a token that someone typed
 * ```ts
 * import { checkAccessToken, KugouInputError } from "@kugou-iot/client";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(() => checkAccessToken("two words"), KugouInputError);
 * ```
 */
export function checkAccessToken(token: unknown): string {
  const reason = reasonAgainstWord(token) ?? reasonAgainstAscii(token);
  if (reason !== null) {
    throw new KugouInputError("accessToken", { ...ACCESS_TOKEN, reason });
  }
  return token as string;
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
  en: "it contains a character outside ASCII",
  zh: "含有 ASCII 以外的字符",
};
