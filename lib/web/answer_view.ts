/**
 * What the page shows of a user that was found.
 *
 * @module
 */

import type { JsonObject, KugouUser, KugouUserInfo } from "../../mod.ts";
import type { MembershipName, WebWords } from "../i18n/web.ts";
import { loadableAvatar } from "./avatar.ts";
import { formatNumber } from "./format.ts";
import { viewMembership } from "./membership_view.ts";
import type { AnswerView, FactView, ProfileView, Tone } from "./view_types.ts";

const NAMES: readonly MembershipName[] = ["vip", "car", "svip"];

/** The fields that Tencent's documents list. */
const KNOWN_FIELDS = new Set([
  "userid",
  "nick_name",
  "img",
  "is_vip",
  "vip_end_time",
  "car_vip_end_time",
  "svip_end_time",
]);

/**
 * Makes the view of an answer.
 *
 * @param info What was found.
 * @param deviceId The device that was asked for.
 * @param words The words of the page.
 * @param now The time now, in milliseconds since 1970.
 * @returns The view.
 */
export function viewAnswer(
  info: KugouUserInfo,
  deviceId: string,
  words: WebWords,
  now: number = Date.now(),
): AnswerView {
  const { user, data } = info;
  const { answer } = words;
  return {
    kind: "answer",
    verdict: judge(user, words),
    profile: viewProfile(user, words),
    membershipsHeading: answer.membershipsHeading,
    memberships: NAMES.map((name) =>
      viewMembership(name, user.memberships[name], words, now)
    ),
    notes: contradictions(user, words),
    callHeading: answer.call,
    facts: viewCall(info, deviceId, words),
    others: viewOthers(data, words),
    raw: { label: answer.rawData, json: JSON.stringify(data, null, 2) },
  };
}

/** What most visitors came for, in one line. */
function judge(
  { memberships }: KugouUser,
  { answer, language }: WebWords,
): { tone: Tone; text: string } {
  const having = (state: string) =>
    NAMES.filter((name) => memberships[name].state === state);
  const active = having("active").map((name) => answer.memberships[name]);
  if (active.length > 0) {
    const names = active.join(language === "zh" ? "、" : ", ");
    return { tone: "good", text: answer.valid(names) };
  }
  if (having("unknown").length > 0) {
    return { tone: "neutral", text: answer.unknown };
  }
  return having("expired").length > 0
    ? { tone: "bad", text: answer.expired }
    : { tone: "neutral", text: answer.none };
}

function viewProfile(user: KugouUser, { answer }: WebWords): ProfileView {
  const { id, nickname, avatarUrl } = user;
  const avatar = avatarUrl === null ? null : loadableAvatar(avatarUrl);
  const shown = nickname === null ? "" : printable(nickname);
  return {
    nickname: shown || answer.noNickname,
    initial: [...shown][0]?.toUpperCase() ?? "?",
    idLabel: answer.userId,
    id,
    noId: answer.noUserId,
    avatar,
    refusedAvatar: avatarUrl !== null && avatar === null
      ? { label: answer.avatarRefused, value: avatarUrl }
      : null,
  };
}

/** Takes out what shows nothing or turns the text around it. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();
}

function contradictions(
  { isVip, memberships }: KugouUser,
  { answer }: WebWords,
): string[] {
  const { state } = memberships.vip;
  if (isVip === true && (state === "expired" || state === "none")) {
    return [answer.flagWithoutVip];
  }
  return isVip === false && state === "active" ? [answer.vipWithoutFlag] : [];
}

function viewCall(
  info: KugouUserInfo,
  deviceId: string,
  { answer, tag }: WebWords,
): FactView[] {
  const { requestId, serverRequestId, durationMs, attempts } = info;
  const facts: FactView[] = [
    { label: answer.device, value: deviceId, copy: true },
    { label: answer.requestId, value: requestId, copy: true },
  ];
  if (serverRequestId !== null && serverRequestId !== requestId) {
    const label = answer.serverRequestId;
    facts.push({ label, value: serverRequestId, copy: true });
  }
  const took = answer.milliseconds(formatNumber(durationMs, tag));
  facts.push({ label: answer.timeTaken, value: took });
  if (attempts > 1) {
    const value = formatNumber(attempts, tag);
    facts.push({ label: answer.attempts, value });
  }
  return facts;
}

function viewOthers(
  data: JsonObject,
  { answer }: WebWords,
): AnswerView["others"] {
  const fields = Object.entries(data)
    .filter(([name]) => !KNOWN_FIELDS.has(name))
    .map(([label, value]) => ({ label, value: JSON.stringify(value) }));
  if (fields.length === 0) return null;
  return { heading: answer.otherFields, hint: answer.otherFieldsHint, fields };
}
