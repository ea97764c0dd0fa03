/**
 * The one catalogue of error codes: what the endpoint can answer, what each
 * code means, and what to do next, in English and Chinese.
 *
 * @module
 */

import { MUSIC_ERROR_CODES, type MusicErrorCode } from "./error_codes_music.ts";
import {
  PAGE_ERROR_CODES,
  type PageErrorCode,
  SIBLING_ERROR_CODES,
  type SiblingErrorCode,
} from "./error_codes_page.ts";
import type { KugouErrorInfo } from "./error_info.ts";

/**
 * The code of a documented error, as a string even where the wire sends a
 * number.
 */
export type KugouKnownErrorCode =
  | PageErrorCode
  | MusicErrorCode
  | SiblingErrorCode;

/**
 * Every documented error code with its class, meaning, hint and whether a
 * retry is worth it.
 *
 * The string codes come from Tencent Cloud's document 1081/60575, the numeric
 * ones from the music-service documents (1081/68800).
 *
 * @example Read what a code means
 * ```ts
 * import { KUGOU_ERROR_CODES } from "@kugou-iot/client";
 * import { assertEquals } from "@std/assert";
 *
 * const info = KUGOU_ERROR_CODES["ResourceNotFound.DeviceNotExist"];
 * assertEquals(info.class, "not-found");
 * assertEquals(info.retry, "no");
 * ```
 */
export const KUGOU_ERROR_CODES: Readonly<
  Record<KugouKnownErrorCode, KugouErrorInfo>
> = { ...PAGE_ERROR_CODES, ...MUSIC_ERROR_CODES, ...SIBLING_ERROR_CODES };

/**
 * An error code: one of the documented ones, or whatever else the server
 * sends.
 */
// The empty intersection keeps editors offering the known codes.
export type KugouErrorCode =
  | KugouKnownErrorCode
  | (string & Record<never, never>);

const UNKNOWN: Omit<KugouErrorInfo, "source"> = {
  class: "unknown",
  retry: "no",
  meaning: {
    en: "A code that is not documented",
    zh: "未收录的错误码",
  },
  hint: {
    en: "Give the code and the request id to Tencent Cloud support",
    zh: "请将错误码与请求 ID 提供给腾讯云技术支持",
  },
};

/** What {@linkcode explainErrorCode} says about a code. */
export interface KugouErrorExplanation extends Omit<KugouErrorInfo, "source"> {
  /** The code as it was asked for. */
  readonly code: KugouErrorCode;
  /**
   * The catalogue entry that the answer comes from: the code itself, its
   * longest known prefix, or `null` where nothing is known.
   */
  readonly basedOn: KugouKnownErrorCode | null;
}

/**
 * Explains an error code, known or not.
 *
 * A code that is not in the catalogue is explained by its longest known
 * prefix: `LimitExceeded.Anything` is a `LimitExceeded`. One without a known
 * prefix has class `unknown`.
 *
 * @param code The code as the server sent it, as a string.
 * @returns The explanation, whatever the code.
 *
 * @example A code that is newer than this package
 * ```ts
 * import { explainErrorCode } from "@kugou-iot/client";
 * import { assertEquals } from "@std/assert";
 *
 * const explanation = explainErrorCode("ResourceNotFound.RoomNotExist");
 * assertEquals(explanation.class, "not-found");
 * assertEquals(explanation.basedOn, "ResourceNotFound");
 * ```
 */
export function explainErrorCode(code: KugouErrorCode): KugouErrorExplanation {
  for (let prefix: string = code; prefix !== ""; prefix = parentOf(prefix)) {
    if (isKnownErrorCode(prefix)) {
      const { class: errorClass, retry, meaning, hint } =
        KUGOU_ERROR_CODES[prefix];
      return { code, basedOn: prefix, class: errorClass, retry, meaning, hint };
    }
  }
  return { code, basedOn: null, ...UNKNOWN };
}

/**
 * Tells whether a code is in the catalogue.
 *
 * @param code The code to look for.
 * @returns `true` if {@linkcode KUGOU_ERROR_CODES} has an entry of its own for it.
 *
 * @example Narrow a code to the documented ones
 * ```ts
 * import { isKnownErrorCode } from "@kugou-iot/client";
 * import { assert, assertFalse } from "@std/assert";
 *
 * assert(isKnownErrorCode("200003"));
 * assertFalse(isKnownErrorCode("200999"));
 * ```
 */
export function isKnownErrorCode(code: string): code is KugouKnownErrorCode {
  return Object.hasOwn(KUGOU_ERROR_CODES, code);
}

/** `A.B.C` → `A.B` → `A` → the empty string. */
function parentOf(code: string): string {
  return code.slice(0, Math.max(0, code.lastIndexOf(".")));
}
