import type { KugouMembership, KugouMembershipName } from "../../../mod.ts";
import type { WebWords } from "../../i18n/web_words.ts";
import { capitalize, cut, formatMoment, formatNumber } from "./format.ts";
import type { EndView, MembershipView, Tone } from "./types.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Below this, a membership that is still valid is shown as a warning. */
const SOON_DAYS = 7;
/** The bar is full when this much is left. */
const FULL_DAYS = 365;

/** Makes the view of a membership at a time in milliseconds since 1970. */
export function viewMembership(
  name: KugouMembershipName,
  membership: KugouMembership,
  words: WebWords,
  now: number,
): MembershipView {
  const { state, end, raw } = membership;
  const msLeft = end === null ? null : end.getTime() - now;
  return {
    name: words.terms.memberships[name],
    state,
    stateText: capitalize(words.terms.state[state]),
    tone: toneOf(membership, msLeft),
    summary: summarize(membership, msLeft, words),
    share: state === "active" && msLeft !== null ? shareOf(msLeft) : null,
    end: end && viewEnd(end, words),
    raw: state === "unknown" && raw !== null ? cut(raw, 200) : null,
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

function viewEnd(end: Date, { zones, tag }: WebWords): EndView {
  const iso = end.toISOString();
  return {
    iso,
    china: {
      label: zones.china,
      value: formatMoment(iso, tag, "Asia/Shanghai"),
    },
    utc: { label: zones.utc, value: formatMoment(iso, tag, "UTC") },
  };
}
