/** What components show: plain JSON, so that server and browser show the same. */

import type { Language } from "../../i18n/words.ts";

export type FieldName = "deviceId" | "accessToken" | "params";

/** How good a piece of news is. */
export type Tone = "good" | "warn" | "bad" | "neutral";

export interface FactView {
  readonly label: string;
  readonly value: string;
  /** Whether a button copies the value. */
  readonly copy?: boolean;
}

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
  readonly china: FactView;
  readonly utc: FactView;
}

export interface ProfileView {
  readonly nickname: string;
  readonly initial: string;
  readonly id: FactView | null;
  /** Stands in for the id. */
  readonly noId: string;
  /** The avatar's URL if it may be loaded. */
  readonly avatar: string | null;
  /** The avatar's URL as text if it may not. */
  readonly refusedAvatar: FactView | null;
}

export interface AnswerView {
  readonly kind: "answer";
  /** Empty where it may be a token. */
  readonly deviceId: string;
  /** All of it as plain text; empty where nothing was sent. */
  readonly ticket: string;
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
  readonly raw: {
    readonly label: string;
    readonly json: string;
    /** Says that it is not all of it, or `null`. */
    readonly note: string | null;
  };
}

export interface FailureView {
  readonly kind: "failure";
  /** Empty where it may be a token. */
  readonly deviceId: string;
  /** All of it as plain text; empty where nothing was sent. */
  readonly ticket: string;
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
  readonly problems: readonly {
    readonly field: FieldName;
    readonly text: string;
  }[];
  readonly facts: readonly FactView[];
}

export type ResultView = AnswerView | FailureView;

/** A device, and what came of its lookup; `null` while that goes on. */
export interface Row {
  /** As it was typed, until the server gives back what may be shown. */
  readonly deviceId: string;
  readonly result: ResultView | null;
}

/** A row as the server gives it. */
export interface AnsweredRow extends Row {
  readonly result: ResultView;
}

/** The props of the island. What the fields hold is never the token. */
export interface LookupView {
  readonly language: Language;
  /** Where the form is sent. */
  readonly action: string;
  /** One a line. */
  readonly deviceId: string;
  readonly params: string;
  /** Whether a token is needed: a demo has its own. */
  readonly needsToken: boolean;
  readonly rows: readonly Row[];
}
