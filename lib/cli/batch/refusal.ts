/**
 * The error of a batch that cannot be begun as it was asked for.
 *
 * @module
 */

/** What is wrong, and what would be right, in one language. */
export interface RefusalWords {
  /** What is wrong, as the end of a sentence about the subject. */
  readonly reason: string;
  /** What would be right. */
  readonly expected: string;
}

/** The batch cannot be begun as it was asked for; nothing was sent. */
export class Refusal extends Error {
  static {
    this.prototype.name = "Refusal";
  }
  /** What is wrong, as it was typed; `null` for the input. */
  readonly subject: string | null;
  /** What to say about it, by language. */
  readonly words: Readonly<Record<"en" | "zh", RefusalWords>>;

  /**
   * Makes the error.
   *
   * @param subject What is wrong, as it was typed; `null` for the input.
   * @param words What to say about it, by language.
   */
  constructor(subject: string | null, words: Refusal["words"]) {
    const { reason, expected } = words.en;
    super(
      `Cannot use ${subject ?? "the input"}: ${reason}: expected ${expected}`,
    );
    this.subject = subject;
    this.words = words;
  }
}
