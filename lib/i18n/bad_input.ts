import { KugouInputError, type KugouInputProblem } from "../../mod.ts";
import { type Words, words } from "./words.ts";

/** What is wrong with an input, in one language. */
export interface InputWords {
  /** What is wrong, as the end of a sentence about the input. */
  readonly reason: string;
  /** What would be right. */
  readonly expected: string;
  /** What to type instead. */
  readonly example?: string;
}

/** Makes the error for bad input, with words that are picked in each language. */
export function badInput(
  field: string,
  pick: (words: Words) => InputWords,
): KugouInputError {
  return new KugouInputError(field, inputProblem(pick));
}

/** What is wrong with an input, in both languages. */
export function inputProblem(
  pick: (words: Words) => InputWords,
): KugouInputProblem {
  const en = pick(words("en"));
  const zh = pick(words("zh"));
  return {
    reason: { en: en.reason, zh: zh.reason },
    expected: { en: en.expected, zh: zh.expected },
    example: en.example ?? null,
  };
}
