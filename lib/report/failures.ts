/** Failures by what went wrong, and what to do about each. */

import { explainErrorCode, type LocalizedText } from "../../mod.ts";
import { words } from "../i18n/words.ts";
import type { Failed } from "./answers.ts";

/** Where a line stands. */
interface Place {
  readonly file: string;
  readonly line: number;
}

/** What went wrong in the same way. */
export interface Failure {
  /** The server's code; else the kind, an HTTP status or a field. */
  readonly code: string;
  readonly kind: Failed["error"]["kind"];
  readonly count: number;
  readonly meaning: LocalizedText;
  /** What to do. */
  readonly hint: LocalizedText;
  /** Some of the lines. */
  readonly lines: readonly Place[];
}

type Group = { -readonly [Key in keyof Failure]: Failure[Key] };

/** So many lines of each are named. */
const NAMED = 5;

/** More groups than anybody reads; what comes then is put together. */
const MOST_GROUPS = 1_000;

export class Failures {
  readonly #groups: Group[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of a failure's group. */
  groupOf({ error }: Failed): number {
    const { code, field, kind, status } = error;
    const key = [kind, code ?? field ?? status].join(" ");
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = Math.min(this.#groups.length, MOST_GROUPS);
    if (number < MOST_GROUPS) this.#numbers.set(key, number);
    this.#groups[number] ??= { ...explainFailure(error), count: 0, lines: [] };
    return number;
  }

  add(group: number, file: string, line: number): void {
    const it = this.#groups[group]!;
    it.count++;
    if (it.lines.length < NAMED) it.lines = [...it.lines, { file, line }];
  }

  /** A line that failed has been answered since. */
  takeBack(group: number, file: string, line: number): void {
    const it = this.#groups[group]!;
    it.count--;
    it.lines = it.lines.filter((at) => at.file !== file || at.line !== line);
  }

  /** The most frequent first. */
  sorted(): readonly Failure[] {
    return this.#groups.filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count);
  }
}

/** What the server, or whatever failed, calls it; and what to do about it. */
export function explainFailure(
  error: Failed["error"],
): Pick<Failure, "code" | "kind" | "meaning" | "hint"> {
  const { code, field, kind, status } = error;
  if (code !== undefined) {
    const { meaning, hint } = explainErrorCode(code);
    return { code, kind, meaning, hint };
  }
  if (isInput(error)) {
    return {
      code: field ?? kind,
      kind,
      meaning: error.reason,
      hint: error.expected,
    };
  }
  const [en, zh] = [words("en").report.kind, words("zh").report.kind];
  const known = kind in en ? kind as keyof typeof en : "other";
  return {
    code: status === undefined ? kind : `HTTP ${status}`,
    kind,
    meaning: { en: en[known].meaning, zh: zh[known].meaning },
    hint: { en: en[known].hint, zh: zh[known].hint },
  };
}

/** Bad input says itself, in both languages, what would be right. */
function isInput(
  error: Failed["error"],
): error is Failed["error"] & Record<"reason" | "expected", LocalizedText> {
  return error.kind === "input" &&
    [error.reason, error.expected].every((it) =>
      typeof it?.en === "string" && typeof it.zh === "string"
    );
}
