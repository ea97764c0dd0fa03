/**
 * The shape of the words for people: every language has all of them, and the
 * compiler says where one is missing.
 *
 * Words stand in topics, and topics that are shown together in a file, so that
 * a program loads the few that it is about to show, in one language.
 *
 * @module
 */

import type {
  BatchWords,
  CardWords,
  ExplainWords,
  LookupWords,
  SandboxWords,
} from "./words_answers.ts";
import type { FailureWords, UsageWords } from "./words_failure.ts";
import type { HelpWords } from "./words_help.ts";

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
