/**
 * The error for a request that can never be right.
 *
 * @module
 */

import { KugouError } from "./error.ts";
import type { LocalizedText } from "./error_info.ts";

/** What was wrong with one field, and what would be right. */
export interface KugouInputProblem {
  /** What is wrong, as the end of a sentence about the field. */
  readonly reason: LocalizedText;
  /** What would be right. */
  readonly expected: LocalizedText;
  /** A value that would be right, or `null` where none can be shown. */
  readonly example: string | null;
}

/**
 * Something that was given to the client can never be right; nothing was sent.
 *
 * The message never quotes the value: it may be a token in the wrong place.
 *
 * @example Show a person which field is wrong
 * ```ts
 * import { KugouInputError, parseDeviceId } from "@kugou-iot/client";
 * import { assertEquals, assertThrows } from "@std/assert";
 *
 * const error = assertThrows(() => parseDeviceId("dev01"), KugouInputError);
 * assertEquals(error.field, "deviceId");
 * assertEquals(error.reason.en, "it has no slash");
 * assertEquals(error.example, "LAEG4YJE1A/dev01");
 * ```
 */
export class KugouInputError extends KugouError {
  static {
    this.prototype.name = "KugouInputError";
  }
  /** Always `"input"`. */
  readonly kind = "input";
  /** Always `false`: the same input stays wrong. */
  readonly retryable = false;
  /** The field that was wrong, such as `deviceId` or `retry.limit`. */
  readonly field: string;
  /** What is wrong, in English and Chinese. */
  readonly reason: LocalizedText;
  /** What would be right, in English and Chinese. */
  readonly expected: LocalizedText;
  /** A value that would be right, or `null` where none can be shown. */
  readonly example: string | null;

  /**
   * Makes the error.
   *
   * @param field The field that was wrong.
   * @param problem What was wrong with it, and what would be right.
   */
  constructor(field: string, problem: KugouInputProblem) {
    const { reason, expected, example } = problem;
    const suchAs = example === null ? "" : `, such as ${example}`;
    super(
      `Cannot use ${field}: ${reason.en}: expected ${expected.en}${suchAs}`,
    );
    this.field = field;
    this.reason = reason;
    this.expected = expected;
    this.example = example;
  }
}
