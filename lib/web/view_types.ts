/**
 * What components show: plain JSON, worded and formatted, so that the server
 * and the browser show the same.
 *
 * @module
 */

import type { FormWords, Language } from "../i18n/web.ts";

/** The fields of the form. */
export type FieldName = "deviceId" | "accessToken" | "params";

/** How good a piece of news is. */
export type Tone = "good" | "warn" | "bad" | "neutral";

/** A fact with its name. */
export interface FactView {
  readonly label: string;
  readonly value: string;
  /** Whether a button copies the value. */
  readonly copy?: boolean;
}

/** One membership. */
export interface MembershipView {
  readonly name: string;
  readonly state: "active" | "expired" | "none" | "unknown";
  readonly stateText: string;
  readonly tone: Tone;
  /** Days left, or what else there is to say. */
  readonly summary: string;
  /** The share of a year that is left, from 0 to 100, or `null`. */
  readonly share: number | null;
  readonly end: EndView | null;
  /** The end as it was sent, where it cannot be read. */
  readonly raw: string | null;
}

/** A moment, in China time and in UTC until the browser knows better. */
export interface EndView {
  readonly iso: string;
  readonly chinaLabel: string;
  readonly china: string;
  readonly utc: string;
}

/** The user. */
export interface ProfileView {
  readonly nickname: string;
  readonly initial: string;
  readonly idLabel: string;
  readonly id: string | null;
  readonly noId: string;
  /** The avatar's URL if it may be loaded. */
  readonly avatar: string | null;
  /** The avatar's URL as text if it may not. */
  readonly refusedAvatar: FactView | null;
}

/** The answer to a lookup. */
export interface AnswerView {
  readonly kind: "answer";
  readonly verdict: { readonly tone: Tone; readonly text: string };
  readonly profile: ProfileView;
  readonly membershipsHeading: string;
  readonly memberships: readonly MembershipView[];
  readonly notes: readonly string[];
  readonly callHeading: string;
  readonly facts: readonly FactView[];
  readonly others: {
    readonly heading: string;
    readonly hint: string;
    readonly fields: readonly FactView[];
  } | null;
  readonly raw: { readonly label: string; readonly json: string };
}

/** What is wrong with a field of the form. */
export interface ProblemView {
  readonly field: FieldName;
  readonly label: string;
  readonly text: string;
}

/** What went wrong, and what to do. */
export interface FailureView {
  readonly kind: "failure";
  readonly title: string;
  readonly meaning: string;
  readonly code: FactView | null;
  readonly todo: string;
  readonly hint: string;
  /** Whether a retry helps, in words. */
  readonly retryText: string | null;
  readonly mayRetry: boolean;
  readonly server: FactView | null;
  readonly link: { readonly href: string; readonly text: string } | null;
  readonly problems: readonly ProblemView[];
  readonly facts: readonly FactView[];
}

/** What is shown beside the form. */
export type ResultView = AnswerView | FailureView;

/** The lookup page: the props of its island. */
export interface LookupView {
  readonly language: Language;
  /** The value of `lang`, for dates. */
  readonly tag: string;
  readonly words: FormWords;
  /** Where the form is sent. */
  readonly action: string;
  /** What the fields hold; never the token. */
  readonly deviceId: string;
  readonly params: string;
  readonly demo: DemoView | null;
  readonly result: ResultView | null;
}

/** The banner of a demo. */
export interface DemoView {
  readonly title: string;
  readonly text: string;
  readonly tokenLabel: string;
  readonly token: string;
  readonly tokenHint: string;
  readonly samplesLabel: string;
  readonly moreLabel: string;
  readonly samples: readonly { readonly id: string; readonly title: string }[];
}
