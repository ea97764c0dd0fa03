/**
 * Words about error codes.
 *
 * @module
 */

import type {
  KugouErrorClass,
  KugouErrorInfo,
  KugouErrorRetry,
} from "../client/error_info.ts";

/** Words about error codes. */
export interface ExplainWords {
  /** Names of the rows. */
  readonly label: {
    readonly code: string;
    readonly class: string;
    readonly meaning: string;
    readonly next: string;
    readonly retry: string;
    readonly source: string;
    readonly exitCode: string;
    readonly basedOn: string;
    readonly suggestion: string;
  };
  /** Where a code is documented. */
  readonly source: Readonly<Record<KugouErrorInfo["source"], string>>;
  /** Names of the families. */
  readonly class: Readonly<Record<KugouErrorClass, string>>;
  /** Whether a retry is worth it. */
  readonly retry: Readonly<Record<KugouErrorRetry, string>>;
  /** The code is not documented, but its beginning is. */
  readonly basedOn: (prefix: string) => string;
  /** Says how to learn more. */
  readonly more: (command: string) => string;
}
