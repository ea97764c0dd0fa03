/**
 * What the reference of error codes shows.
 *
 * @module
 */

import {
  KUGOU_ERROR_CODES,
  type KugouErrorClass,
  type KugouErrorInfo,
} from "../../mod.ts";
import type { Advice, WebWords } from "../i18n/web.ts";

/** One code. */
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

/** The whole reference. */
export interface ReferenceView {
  readonly words: WebWords["reference"];
  readonly families: readonly CodesView[];
  readonly local: readonly (Advice & { readonly anchor: string })[];
}

const CLASSES: readonly KugouErrorClass[] = [
  "auth",
  "not-found",
  "input",
  "unsupported",
  "limit",
  "server",
];

/**
 * Makes the view of the reference from the one catalogue.
 *
 * @param words The words of the page.
 * @returns The view.
 */
export function viewReference(words: WebWords): ReferenceView {
  const entries = Object.entries(KUGOU_ERROR_CODES);
  return {
    words: words.reference,
    families: CLASSES.map((name) => ({
      title: words.failure.classes[name],
      anchor: `class-${name}`,
      codes: entries.filter(([, info]) => info.class === name)
        .map(([code, info]) => viewCode(code, info, words)),
    })),
    local: Object.entries(words.failure.kinds)
      .map(([kind, advice]) => ({ anchor: `kind-${kind}`, ...advice })),
  };
}

function viewCode(
  code: string,
  { meaning, hint, retry }: KugouErrorInfo,
  { language, reference }: WebWords,
): CodeView {
  return {
    code,
    meaning: meaning[language],
    hint: hint[language],
    retry,
    retryText: reference.retry[retry],
  };
}
