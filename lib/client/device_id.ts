/**
 * The id of a device: its product id and its name, joined by a slash.
 *
 * @module
 */

import type { LocalizedText } from "./error_info.ts";
import {
  KugouInputError,
  type KugouInputProblem,
  reasonAgainstWord,
} from "./input_error.ts";

/** The two halves of a `DeviceId`. */
export interface DeviceId {
  /** The product id, such as `LAEG4YJE1A`. */
  readonly productId: string;
  /** The device name, such as `dev01`. */
  readonly deviceName: string;
}

/** The longest `DeviceId` that is let through, in characters. */
const MAX_LENGTH = 128;

/**
 * Parses a `DeviceId`, such as `LAEG4YJE1A/dev01`.
 *
 * Only what can never be right is refused: an empty half, no slash or more
 * than one, white space, control characters, or more than 128 characters. The
 * server is the authority on everything else.
 *
 * @param text The product id and the device name joined by `/`.
 * @returns The two halves.
 * @throws {KugouInputError} If the text can never be a `DeviceId`.
 *
 * @example Split a DeviceId
 * ```ts
 * import { parseDeviceId } from "@kugou-iot/client";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(parseDeviceId("LAEG4YJE1A/dev01"), {
 *   productId: "LAEG4YJE1A",
 *   deviceName: "dev01",
 * });
 * ```
 */
export function parseDeviceId(text: string): DeviceId {
  checkDeviceId(text);
  const slash = text.indexOf("/");
  return {
    productId: text.slice(0, slash),
    deviceName: text.slice(slash + 1),
  };
}

/**
 * Checks a `DeviceId`, as {@linkcode parseDeviceId} does.
 *
 * @param text The text.
 * @returns The same text.
 * @throws {KugouInputError} If the text can never be a `DeviceId`.
 */
export function checkDeviceId(text: string): string {
  const reason = reasonAgainst(text);
  if (reason === null) return text;
  throw new KugouInputError("deviceId", { ...DEVICE_ID, reason });
}

function reasonAgainst(text: unknown): LocalizedText | null {
  const reason = reasonAgainstWord(text);
  return reason ?? reasonAgainstShape(text as string);
}

function reasonAgainstShape(text: string): LocalizedText | null {
  if (text.length > MAX_LENGTH) return TOO_LONG;
  const slash = text.indexOf("/");
  if (slash === -1) return NO_SLASH;
  if (text.includes("/", slash + 1)) return MANY_SLASHES;
  if (slash === 0) return NO_PRODUCT;
  return slash === text.length - 1 ? NO_NAME : null;
}

const DEVICE_ID: Omit<KugouInputProblem, "reason"> = {
  expected: {
    en: "a product id and a device name joined by one slash",
    zh: "产品 ID 与设备名称，以一个斜杠连接",
  },
  example: "LAEG4YJE1A/dev01",
};

const TOO_LONG: LocalizedText = {
  en: `it has more than ${MAX_LENGTH} characters`,
  zh: `超过 ${MAX_LENGTH} 个字符`,
};
const NO_SLASH: LocalizedText = { en: "it has no slash", zh: "缺少斜杠" };
const MANY_SLASHES: LocalizedText = {
  en: "it has more than one slash",
  zh: "斜杠多于一个",
};
const NO_PRODUCT: LocalizedText = {
  en: "nothing stands before the slash",
  zh: "斜杠之前为空",
};
const NO_NAME: LocalizedText = {
  en: "nothing stands after the slash",
  zh: "斜杠之后为空",
};
