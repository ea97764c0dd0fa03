/**
 * The error of a command line that cannot be obeyed.
 *
 * @module
 */

import type { UsageProblem, UsageWords } from "../i18n/words_usage.ts";

/**
 * Something on the command line can never be right; nothing was done.
 *
 * It holds no words, only which ones to say: they are loaded when somebody is
 * about to read them. Values are never quoted, as they may be secret.
 */
export class UsageError extends Error {
  /** For `switch` and for JSON, as in the client's errors. */
  readonly kind = "input";
  /** What is wrong, as it was typed; `null` for the command line as a whole. */
  readonly subject: string | null;
  /** Finds the words for it. */
  readonly problem: (words: UsageWords) => UsageProblem;
  /** What was probably meant, or `null`. */
  readonly suggestion: string | null;

  /**
   * Makes the error.
   *
   * @param subject What is wrong, as it was typed.
   * @param problem Finds the words for it.
   * @param suggestion What was probably meant.
   */
  constructor(
    subject: string | null,
    problem: (words: UsageWords) => UsageProblem,
    suggestion: string | null = null,
  ) {
    super(`Cannot use ${subject ?? "the command line"}`);
    this.subject = subject;
    this.problem = problem;
    this.suggestion = suggestion;
  }
}
