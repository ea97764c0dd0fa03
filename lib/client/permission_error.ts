/**
 * The error of a permission that Deno was not given.
 *
 * @module
 */

import { KugouError, type KugouErrorContext } from "./error.ts";

/**
 * Deno was not given the permission that the call needs.
 *
 * @example What a program would tell its user
 * ```ts
 * import { KugouPermissionError } from "@kugou-iot/client";
 * import { assertEquals } from "@std/assert";
 *
 * const error = new KugouPermissionError("--allow-net=iot.cloud.tencent.com");
 * assertEquals(
 *   error.message,
 *   "Cannot reach the network: run again with --allow-net=iot.cloud.tencent.com",
 * );
 * ```
 */
export class KugouPermissionError extends KugouError {
  static {
    this.prototype.name = "KugouPermissionError";
  }
  /** Always `"permission"`. */
  readonly kind = "permission";
  /** Always `false`: permissions do not change by themselves. */
  readonly retryable = false;
  /** The Deno flag to add, such as `--allow-net=iot.cloud.tencent.com`. */
  readonly flag: string;

  /**
   * Makes the error.
   *
   * @param flag The Deno flag to add.
   * @param context What the call knew when it failed.
   */
  constructor(flag: string, context?: KugouErrorContext) {
    super(`Cannot reach the network: run again with ${flag}`, context);
    this.flag = flag;
  }
}
