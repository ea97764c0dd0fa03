/** A table with a row for each device, for spreadsheets. */

import { stringify } from "csv-stringify/sync";
import type { JsonValue } from "../../mod.ts";
import type { Language } from "../i18n/language.ts";
import { escapeText } from "../text/escape.ts";
import { type Answer, type FileFacts, NAMES } from "./answers.ts";
import { explainFailure } from "./failures.ts";
import { LineEnds } from "./line_ends.ts";
import { daysUntil, stateAt } from "./report.ts";

/** The columns besides those of the input. */
const COLUMNS = [
  ...["line", "deviceId", "ok", "nickname", "userId"],
  ...NAMES.flatMap((name) => [name, `${name}End`, `${name}DaysLeft`]),
  ...["errorCode", "meaning", "whatToDo"],
];

type Cell = string | number | null;

interface TableOptions {
  readonly at: Date;
  /** Only devices with a membership that ends within so many days. */
  readonly days: number | null;
  readonly language: Language;
}

/**
 * Written in two passes: the first learns which columns there are, and which
 * lines that failed were found later.
 */
export class Table {
  readonly #options: TableOptions;
  readonly #own = new Set<string>();
  readonly #ends = new LineEnds();

  constructor(options: TableOptions) {
    this.#options = options;
  }

  /** Takes answers for the first time. */
  learn(answers: Iterable<Answer>, facts: FileFacts): void {
    for (const answer of answers) {
      for (const name in answer.columns) this.#own.add(name);
      this.#ends.set(facts, answer, answer.ok ? null : 0);
    }
  }

  /** Begins the second time. Excel knows UTF-8 by its byte order mark. */
  head(): string {
    this.#ends.rewind();
    const own = [...this.#own].map((name) =>
      visible(COLUMNS.includes(name) ? `columns.${name}` : name)
    );
    return `\ufeff${toCsv([[...own, ...COLUMNS]])}`;
  }

  /** Takes answers for the second time, and gives their rows. */
  rows(answers: Iterable<Answer>, facts: FileFacts): string {
    const rows: Cell[][] = [];
    for (const answer of answers) {
      if (this.#ends.take(facts, answer) && this.#isWanted(answer)) {
        rows.push(this.#rowOf(answer));
      }
    }
    return toCsv(rows);
  }

  #isWanted(answer: Answer): boolean {
    const { at, days } = this.#options;
    if (days === null) return true;
    return answer.ok && NAMES.some((name) => {
      const { state, end } = stateAt(answer.user.memberships[name], at);
      return state === "active" && daysUntil(end!, at) <= days;
    });
  }

  #rowOf(answer: Answer): Cell[] {
    const { columns = {}, deviceId, line, ok } = answer;
    const own = [...this.#own].map((name) =>
      Object.hasOwn(columns, name) ? textOf(columns[name]!) : null
    );
    const device = [line, textOf(deviceId), String(ok)];
    if (!answer.ok) {
      const { code, meaning, hint } = explainFailure(answer.error);
      const { language } = this.#options;
      const nobody = Array<null>(2 + 3 * NAMES.length).fill(null);
      const failure = [visible(code), meaning[language], hint[language]];
      return [...own, ...device, ...nobody, ...failure];
    }
    const { id, memberships, nickname } = answer.user;
    const states = NAMES.flatMap((name) => {
      const { state, end } = stateAt(memberships[name], this.#options.at);
      if (end === null) return [state, null, null];
      const iso = new Date(end).toISOString();
      return [state, iso, daysUntil(end, this.#options.at)];
    });
    const user = [textOf(nickname), textOf(id)];
    return [...own, ...device, ...user, ...states, null, null, null];
  }
}

function textOf(value: JsonValue): Cell {
  if (value === null || typeof value === "number") return value;
  return visible(typeof value === "string" ? value : JSON.stringify(value));
}

/** A table may be printed on a terminal, too; a line break stays one. */
function visible(text: string): string {
  return text.split("\n").map(escapeText).join("\n");
}

/** A cell that begins like a formula is made harmless. */
function toCsv(rows: readonly Cell[][]): string {
  return stringify(rows as Cell[][], {
    escape_formulas: true,
    record_delimiter: "windows",
  });
}
