/**
 * The words of the page: one shape, one file a language.
 *
 * @module
 */

import type { KugouErrorClass, KugouErrorKind } from "../../mod.ts";
import { WEB_EN } from "./web_en.ts";
import { WEB_ZH } from "./web_zh.ts";

/** The languages of the page; the keys of every `LocalizedText`. */
export type Language = "en" | "zh";

/** The memberships, in the order in which they are shown. */
export type MembershipName = "vip" | "car" | "svip";

/** A heading and what to do about it. */
export interface Advice {
  readonly title: string;
  readonly meaning: string;
  readonly hint: string;
}

/**
 * The words that the browser needs, too: plain strings, so that they can be
 * sent as an island's props.
 */
export interface FormWords {
  readonly heading: string;
  readonly deviceId: string;
  readonly deviceIdHint: string;
  readonly accessToken: string;
  readonly accessTokenHint: string;
  readonly more: string;
  readonly params: string;
  readonly paramsHint: string;
  readonly submit: string;
  readonly pending: string;
  readonly cancel: string;
  readonly cancelled: string;
  readonly show: string;
  readonly hide: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly details: string;
  readonly retry: string;
  /** What is wrong with a field: `{reason}`, `{expected}`. */
  readonly problem: string;
  /** Follows `problem` where there is an example: `{example}`. */
  readonly suchAs: string;
  /** The page's own server cannot be reached. */
  readonly unreachable: Advice;
}

/** The words around an answer. */
export interface AnswerWords {
  readonly noNickname: string;
  readonly userId: string;
  readonly noUserId: string;
  readonly avatarRefused: string;
  readonly memberships: Readonly<Record<MembershipName, string>>;
  readonly membershipsHeading: string;
  readonly states: Readonly<
    Record<"active" | "expired" | "none" | "unknown", string>
  >;
  readonly valid: (names: string) => string;
  readonly expired: string;
  readonly none: string;
  readonly unknown: string;
  readonly flagWithoutVip: string;
  readonly vipWithoutFlag: string;
  readonly chinaTime: string;
  readonly daysLeft: (days: number, formatted: string) => string;
  readonly endsSoon: string;
  readonly daysAgo: (days: number, formatted: string) => string;
  readonly endedToday: string;
  readonly neverBought: string;
  readonly notSent: string;
  readonly unreadable: string;
  readonly call: string;
  readonly requestId: string;
  readonly serverRequestId: string;
  readonly device: string;
  readonly timeTaken: string;
  readonly milliseconds: (formatted: string) => string;
  readonly attempts: string;
  readonly otherFields: string;
  readonly otherFieldsHint: string;
  readonly rawData: string;
}

/** The words around a failure. */
export interface FailureWords {
  readonly inputTitle: string;
  readonly inputHint: string;
  readonly whatToDo: string;
  readonly code: string;
  readonly serverSays: string;
  readonly reference: string;
  readonly retryHelps: string;
  readonly retryAfter: (seconds: string) => string;
  readonly retryWithToken: string;
  readonly retryUseless: string;
  readonly classes: Readonly<Record<KugouErrorClass, string>>;
  readonly kinds: Readonly<Record<Exclude<KugouErrorKind, "api">, Advice>>;
}

/** What the page's own refusals say, by HTTP status. */
export type HttpFailure =
  | 400
  | 403
  | 404
  | 405
  | 413
  | 415
  | 429
  | 500;

/** All words of the page in one language. */
export interface WebWords {
  readonly language: Language;
  /** The value of the attribute `lang`. */
  readonly tag: "en" | "zh-CN";
  readonly product: string;
  readonly title: string;
  readonly tagline: string;
  readonly skip: string;
  readonly lookup: string;
  readonly errors: string;
  readonly api: string;
  readonly languageLabel: string;
  readonly footer: string;
  readonly form: FormWords;
  readonly demo: {
    readonly title: string;
    readonly text: string;
    readonly token: string;
    readonly tokenHint: string;
    readonly samples: string;
    readonly moreSamples: string;
  };
  readonly answer: AnswerWords;
  readonly failure: FailureWords;
  readonly http: Readonly<Record<HttpFailure, Advice>>;
  readonly home: string;
  readonly reference: {
    readonly title: string;
    readonly intro: string;
    readonly codes: string;
    readonly local: string;
    readonly localIntro: string;
    readonly retry: Readonly<Record<"yes" | "no" | "fresh-token", string>>;
  };
}

/**
 * Gives the words of a language.
 *
 * @param language The language.
 * @returns The words.
 */
export function webWords(language: Language): WebWords {
  return language === "zh" ? WEB_ZH : WEB_EN;
}
