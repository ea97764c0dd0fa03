/**
 * What a membership's card shows.
 *
 * @module
 */

import type { KugouMembership } from "../../mod.ts";
import type { MembershipName, WebWords } from "../i18n/web.ts";
import { formatMoment, formatNumber } from "./format.ts";
import type { EndView, MembershipView, Tone } from "./view_types.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Below this, a membership that is still valid is shown as a warning. */
const SOON_DAYS = 7;
/** The bar is full when this much is left. */
const FULL_DAYS = 365;

/**
 * Makes the view of a membership.
 *
 * @param name Which membership it is.
 * @param membership The membership.
 * @param words The words of the page.
 * @param now The time now, in milliseconds since 1970.
 * @returns The view.
 */
export function viewMembership(
  name: MembershipName,
  membership: KugouMembership,
  words: WebWords,
  now: number,
): MembershipView {
  const { state, end, raw } = membership;
  const msLeft = end === null ? null : end.getTime() - now;
  return {
    name: words.answer.memberships[name],
    state,
    stateText: words.answer.states[state],
    tone: toneOf(membership, msLeft),
    summary: summarize(membership, msLeft, words),
    share: state === "active" && msLeft !== null ? shareOf(msLeft) : null,
    end: end && viewEnd(end, words),
    raw: state === "unknown" ? raw : null,
  };
}

function toneOf({ state }: KugouMembership, msLeft: number | null): Tone {
  if (state === "expired") return "bad";
  if (state !== "active") return "neutral";
  return (msLeft ?? 0) <= SOON_DAYS * DAY_MS ? "warn" : "good";
}

function summarize(
  { state, raw }: KugouMembership,
  msLeft: number | null,
  { answer, tag }: WebWords,
): string {
  if (state === "none") return answer.neverBought;
  if (msLeft === null) return raw === null ? answer.notSent : answer.unreadable;
  if (state === "expired") {
    const days = Math.floor(-msLeft / DAY_MS);
    return days === 0
      ? answer.endedToday
      : answer.daysAgo(days, formatNumber(days, tag));
  }
  if (msLeft < DAY_MS) return answer.endsSoon;
  // What has begun counts: three days less a second are three days.
  const days = Math.ceil(msLeft / DAY_MS);
  return answer.daysLeft(days, formatNumber(days, tag));
}

function shareOf(msLeft: number): number {
  const percent = msLeft / (FULL_DAYS * DAY_MS) * 100;
  return Math.round(Math.min(100, Math.max(2, percent)));
}

function viewEnd(end: Date, { answer, tag }: WebWords): EndView {
  const iso = end.toISOString();
  return {
    iso,
    chinaLabel: answer.chinaTime,
    china: formatMoment(iso, tag, "Asia/Shanghai"),
    utc: formatMoment(iso, tag, "UTC"),
  };
}
