/**
 * The id that the caller gives a request; support needs it to find one.
 *
 * @module
 */

import { validate } from "@std/uuid/common";
import { KugouInputError } from "./input_error.ts";

/**
 * Checks that a request id is a UUID, of any version.
 *
 * @param id The request id.
 * @returns The same id.
 * @throws {KugouInputError} If it is no UUID.
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
