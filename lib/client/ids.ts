/** Ids: of devices and of requests. */

import { validate } from "@std/uuid/common";
import { reasonAgainstWord } from "./checks.ts";
import type { LocalizedText } from "./error_codes.ts";
import { KugouInputError, type KugouInputProblem } from "./errors.ts";

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
  const [productId = "", deviceName = ""] = checkDeviceId(text).split("/");
  return { productId, deviceName };
}

/** Checks a `DeviceId`, as {@linkcode parseDeviceId} does. */
export function checkDeviceId(text: unknown): string {
  const reason = reasonAgainstWord(text) ?? reasonAgainstShape(text as string);
  if (reason === null) return text as string;
  throw new KugouInputError("deviceId", { ...DEVICE_ID, reason });
}

function reasonAgainstShape(text: string): LocalizedText | null {
  if (text.length > MAX_LENGTH) return TOO_LONG;
  const halves = text.split("/");
  if (halves.length === 1) return text.includes("／") ? FULL_WIDTH : NO_SLASH;
  if (halves.length > 2) return MANY_SLASHES;
  if (halves[0] === "") return NO_PRODUCT;
  return halves[1] === "" ? NO_NAME : null;
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
const FULL_WIDTH: LocalizedText = {
  en: "its slash is a full-width one (／)",
  zh: "斜杠为全角（／），应为半角（/）",
};
const MANY_SLASHES: LocalizedText = {
  en: "it has more than one slash",
  zh: "斜杠多于一个",
};
const NO_PRODUCT: LocalizedText = {
  en: "there is nothing before the slash",
  zh: "斜杠之前为空",
};
const NO_NAME: LocalizedText = {
  en: "there is nothing after the slash",
  zh: "斜杠之后为空",
};

/**
 * Checks that a request id is a UUID, of any version.
 *
 * @param id The request id.
 * @returns The same id.
 * @throws {KugouInputError} If it is no UUID.
 *
 * @example Check an id that someone typed
 * ```ts
 * import { checkRequestId, KugouInputError } from "@kugou-iot/client";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(() => checkRequestId("1234"), KugouInputError);
 * ```
 */
export function checkRequestId(id: unknown): string {
  if (typeof id === "string" && validate(id)) return id;
  throw new KugouInputError("requestId", {
    reason: { en: "it is not a UUID", zh: "不是 UUID" },
    expected: {
      en: "a UUID that no other request has",
      zh: "未被其他请求使用过的 UUID",
    },
    example: "01926f9c-8a40-7c7e-b1d2-3f4a5b6c7d8e",
  });
}
