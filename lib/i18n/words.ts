/**
 * The shape of the words for people: every language has all of them, and the
 * compiler says where one is missing.
 *
 * Words stand in topics, a file each, so that a program loads the few that it
 * is about to show, in one language.
 *
 * @module
 */

import type { BatchWords } from "./words_batch.ts";
import type { CardWords } from "./words_card.ts";
import type { ExplainWords } from "./words_explain.ts";
import type { FailureWords } from "./words_failure.ts";
import type { HelpWords } from "./words_help.ts";
import type { LookupWords } from "./words_lookup.ts";
import type { SandboxWords } from "./words_sandbox.ts";
import type { UsageWords } from "./words_usage.ts";

/** A language that people are spoken to in. */
export type Language = "en" | "zh";

/** What each topic is about, by its name. */
export interface Words {
  /** What a batch says besides its answers. */
  readonly batch: BatchWords;
  /** The card that shows a user. */
  readonly card: CardWords;
  /** Error codes, explained. */
  readonly explain: ExplainWords;
  /** What went wrong, and what to do next. */
  readonly failure: FailureWords;
  /** Help of the command line. */
  readonly help: HelpWords;
  /** What a lookup says besides its answer. */
  readonly lookup: LookupWords;
  /** What the sandbox says. */
  readonly sandbox: SandboxWords;
  /** What was wrong with a command line. */
  readonly usage: UsageWords;
}
