/**
 * The one table of exit codes.
 *
 * @module
 */

import type { KugouErrorClass } from "../client/error_info.ts";

/** What each exit code means; `lib/i18n` says it to people. */
export const EXIT_CODES = {
  found: 0,
  bug: 1,
  input: 2,
  auth: 3,
  notFound: 4,
  unsupported: 5,
  limit: 6,
  network: 7,
  server: 8,
  permission: 9,
  someFailed: 10,
  interrupted: 130,
} as const;

/** The name of an exit code. */
export type ExitName = keyof typeof EXIT_CODES;

/** The exit code of each family of the endpoint's own errors. */
const CLASSES: Readonly<Record<KugouErrorClass, ExitName>> = {
  "input": "input",
  "auth": "auth",
  "not-found": "notFound",
  "unsupported": "unsupported",
  "limit": "limit",
  "server": "server",
  "unknown": "server",
};

/** What of a failure decides about the exit code. */
export type ExitReason =
  | { readonly kind: "api"; readonly class: KugouErrorClass }
  | { readonly kind: "protocol"; readonly status: number }
  | {
    readonly kind:
      | "input"
      | "network"
      | "timeout"
      | "permission"
      | "interrupted"
      | "bug";
  };

/**
 * Finds the exit code of a failure.
 *
 * @param reason What failed.
 * @returns The exit code.
 */
export function exitCodeOf(reason: ExitReason): number {
  return EXIT_CODES[exitNameOf(reason)];
}

function exitNameOf(reason: ExitReason): ExitName {
  switch (reason.kind) {
    case "api":
      return CLASSES[reason.class];
    case "protocol":
      return reason.status === 429 ? "limit" : "server";
    case "timeout":
      return "network";
    default:
      return reason.kind;
  }
}
