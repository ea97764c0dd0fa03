import type { KugouErrorClass } from "../../mod.ts";

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
  | { readonly kind: "interrupted"; readonly signal?: Deno.Signal }
  | {
    readonly kind: "input" | "network" | "timeout" | "permission" | "bug";
  };

export function exitCodeOf(reason: ExitReason): number {
  switch (reason.kind) {
    case "api":
      return EXIT_CODES[CLASSES[reason.class]];
    case "protocol":
      return reason.status === 429 ? EXIT_CODES.limit : EXIT_CODES.server;
    case "timeout":
      return EXIT_CODES.network;
    case "interrupted":
      return reason.signal === "SIGTERM"
        ? 143
        : reason.signal === "SIGHUP"
        ? 129
        : EXIT_CODES.interrupted;
    default:
      return EXIT_CODES[reason.kind];
  }
}
