/**
 * Words of the command line's help.
 *
 * @module
 */

import type { help as english } from "./en/help.ts";

/** A command to copy, and what it does. */
export interface Example {
  /** The command. */
  readonly command: string;
  /** What it does. */
  readonly does: string;
}

/**
 * Words of the command line's help. English sets their shape, so that each
 * option is named in one table only; the compiler holds both against it.
 */
export type HelpWords = typeof english;
