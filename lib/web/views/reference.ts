import {
  KUGOU_ERROR_CODES,
  type KugouErrorClass,
  type KugouErrorInfo,
} from "../../../mod.ts";
import type { WebWords } from "../../i18n/web_words.ts";
import { capitalize } from "./format.ts";

export interface CodeView {
  readonly code: string;
  readonly meaning: string;
  readonly hint: string;
  readonly retry: KugouErrorInfo["retry"];
  readonly retryText: string;
}

/** A family of codes. */
export interface CodesView {
  readonly title: string;
  readonly anchor: string;
  readonly codes: readonly CodeView[];
}

export interface ReferenceView {
  readonly title: string;
  readonly intro: string;
  readonly families: readonly CodesView[];
  readonly localTitle: string;
  readonly localIntro: string;
  readonly local: readonly {
    readonly anchor: string;
    readonly title: string;
    readonly meaning: string;
    readonly hint: string;
  }[];
}

const CLASSES: readonly KugouErrorClass[] = [
  "auth",
  "not-found",
  "input",
  "unsupported",
  "limit",
  "server",
];

/** Makes the view of the error reference, from the one catalogue. */
export function viewReference(words: WebWords): ReferenceView {
  const { errors, failure, reference, terms } = words;
  const entries = Object.entries(KUGOU_ERROR_CODES);
  return {
    title: errors,
    intro: reference.intro,
    families: CLASSES.map((name) => ({
      title: capitalize(terms.errorClass[name]),
      anchor: `class-${name}`,
      codes: entries.filter(([, info]) => info.class === name)
        .map(([code, info]) => viewCode(code, info, words)),
    })),
    localTitle: reference.local,
    localIntro: reference.localIntro,
    local: Object.entries(failure.kinds)
      .map(([kind, advice]) => ({ anchor: `kind-${kind}`, ...advice })),
  };
}

function viewCode(
  code: string,
  { meaning, hint, retry }: KugouErrorInfo,
  { failure, language, terms }: WebWords,
): CodeView {
  return {
    code,
    meaning: meaning[language],
    hint: hint[language],
    retry,
    retryText: failure.retry(terms.retry[retry]),
  };
}
