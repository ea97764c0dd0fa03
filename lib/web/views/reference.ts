import {
  explainErrorCode,
  KUGOU_ERROR_CODES,
  type KugouErrorClass,
  type KugouErrorInfo,
} from "../../../mod.ts";
import { type WebWords, webWords } from "../../i18n/web_words.ts";
import { trimInvisible } from "../../text/clean.ts";
import type { State } from "../state.ts";
import { capitalize } from "./format.ts";
import { linkTo } from "./links.ts";

export interface CodeView {
  readonly code: string;
  readonly meaning: string;
  readonly hint: string;
  readonly retry: KugouErrorInfo["retry"];
  readonly retryText: string;
  /** Whether it is the very code that was asked for. */
  readonly isAsked: boolean;
}

/** A family of codes. */
export interface CodesView {
  readonly title: string;
  readonly anchor: string;
  readonly codes: readonly CodeView[];
}

/** A failure that has no code. */
export interface LocalView {
  readonly anchor: string;
  readonly title: string;
  readonly meaning: string;
  readonly hint: string;
}

/** The form that filters, and what came of it. */
export interface FilterView extends Filter {
  readonly classes: readonly { readonly name: string; readonly text: string }[];
  /** What a form by GET must send along, as it drops the query of its action. */
  readonly kept: Readonly<Record<string, string>>;
  /** What was found; `null` where nothing was asked for. */
  readonly status: string | null;
  readonly note: string | null;
  readonly all: string;
}

export interface ReferenceView {
  readonly words: WebWords["reference"];
  readonly title: string;
  readonly filter: FilterView;
  readonly families: readonly CodesView[];
  readonly local: readonly LocalView[];
}

/** What to show: codes with all words of a text, and of a class; empty for all. */
export interface Filter {
  readonly q: string;
  readonly class: string;
}

type Entry = readonly [code: string, info: KugouErrorInfo];

const CLASSES: readonly KugouErrorClass[] = [
  "auth",
  "not-found",
  "input",
  "unsupported",
  "limit",
  "server",
];

/** Reads the filter of an address; a class that there is not filters nothing. */
export function readFilter(query: URLSearchParams): Filter {
  const name = query.get("class") ?? "";
  return {
    q: trimInvisible(query.get("q") ?? ""),
    class: CLASSES.some((it) => it === name) ? name : "",
  };
}

/** Makes the view of the error reference, from the one catalogue. */
export function viewReference(
  filter: Filter,
  { words, chosen, deviceId }: Pick<State, "words" | "chosen" | "deviceId">,
): ReferenceView {
  const { errors, reference, terms } = words;
  const className = (name: KugouErrorClass) =>
    capitalize(terms.errorClass[name]);
  const { entries, note } = findCodes(filter, reference);
  const local = filter.class === "" ? findLocal(filter, words) : [];
  const count = entries.length + local.length;
  return {
    words: reference,
    title: errors,
    filter: {
      ...filter,
      classes: CLASSES.map((name) => ({ name, text: className(name) })),
      kept: { ...chosen && { lang: chosen }, ...deviceId && { deviceId } },
      status: filter.q + filter.class === ""
        ? null
        : count === 0
        ? reference.nothing
        : reference.found(count),
      note: count === 0 ? reference.nothingHint : note,
      all: linkTo("/errors", chosen, { deviceId }),
    },
    families: CLASSES.map((name) => ({
      title: className(name),
      anchor: `class-${name}`,
      codes: entries.filter(([, info]) => info.class === name)
        .map((entry) => viewCode(entry, filter, words)),
    })).filter(({ codes }) => codes.length > 0),
    local,
  };
}

/** A code that is not listed finds its longest listed prefix, and a note. */
function findCodes(
  filter: Filter,
  words: WebWords["reference"],
): { entries: readonly Entry[]; note: string | null } {
  const all = Object.entries(KUGOU_ERROR_CODES)
    .filter(([, info]) => filter.class === "" || info.class === filter.class);
  const entries = all.filter(([code, { meaning, hint }]) =>
    matches(filter, [code, meaning.en, meaning.zh, hint.en, hint.zh])
  );
  const { basedOn } = explainErrorCode(filter.q);
  if (entries.length > 0 || basedOn === null) return { entries, note: null };
  return {
    entries: all.filter(([code]) => code === basedOn),
    note: words.prefix(filter.q, basedOn),
  };
}

function findLocal(filter: Filter, { failure }: WebWords): LocalView[] {
  const kinds = [webWords("en"), webWords("zh")].map((it) => it.failure.kinds);
  const names = Object.keys(failure.kinds) as (keyof typeof failure.kinds)[];
  return names
    .filter((name) =>
      matches(filter, kinds.flatMap((it) => Object.values(it[name])))
    )
    .map((name) => ({ anchor: `kind-${name}`, ...failure.kinds[name] }));
}

/** Tells whether each word stands somewhere in the texts. */
function matches({ q }: Filter, texts: readonly string[]): boolean {
  const text = fold(texts.join("\n"));
  return fold(q).split(/\s+/).every((word) => text.includes(word));
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

function viewCode(
  [code, { meaning, hint, retry }]: Entry,
  { q }: Filter,
  { failure, language, terms }: WebWords,
): CodeView {
  return {
    code,
    meaning: meaning[language],
    hint: hint[language],
    retry,
    retryText: failure.retry(terms.retry[retry]),
    isAsked: code === q,
  };
}
