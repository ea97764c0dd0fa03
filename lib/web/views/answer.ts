import type {
  JsonObject,
  KugouMembershipName,
  KugouUser,
  KugouUserInfo,
} from "../../../mod.ts";
import type { WebWords } from "../../i18n/web_words.ts";
import type { State } from "../state.ts";
import { loadableAvatar } from "./avatar.ts";
import { viewCall } from "./call.ts";
import { excerpt } from "./excerpt.ts";
import { cut } from "./format.ts";
import { viewMembership } from "./membership.ts";
import { ticketText } from "./ticket.ts";
import type { AnswerView, FactView, ProfileView, Tone } from "./types.ts";

const NAMES: readonly KugouMembershipName[] = ["vip", "car", "svip"];

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

/** More are in the raw data, as far as a page can show it. */
const MAX_OTHER_FIELDS = 50;

/** Makes the view of a user that was found. */
export function viewAnswer(
  info: KugouUserInfo,
  deviceId: string,
  state: Pick<State, "services" | "words">,
): AnswerView {
  const { user, data } = info;
  const { words } = state;
  const { answer } = words;
  const now = Date.now();
  const { json, isWhole } = excerpt(data, 2);
  const view = {
    kind: "answer" as const,
    deviceId,
    verdict: judge(user, words),
    profile: viewProfile(user, words),
    membershipsHeading: answer.memberships,
    memberships: NAMES.map((name) =>
      viewMembership(name, user.memberships[name], words, now)
    ),
    notes: contradictions(user, words),
    callHeading: answer.call,
    facts: [viewFlag(user, words), ...viewCall(info, deviceId, state)],
    others: viewOthers(data, words),
    raw: {
      label: answer.rawData,
      json,
      note: isWhole ? null : answer.cut,
    },
  };
  return { ...view, ticket: ticketText(view, words) };
}

/** What most visitors came for, in one line. */
function judge(
  { memberships }: KugouUser,
  { answer, terms }: WebWords,
): { tone: Tone; text: string } {
  const having = (state: string) =>
    NAMES.filter((name) => memberships[name].state === state);
  const active = having("active").map((name) => terms.memberships[name]);
  if (active.length > 0) return { tone: "good", text: answer.valid(active) };
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
  const shown = nickname === null ? "" : cut(printable(nickname));
  return {
    nickname: shown || answer.noNickname,
    initial: initialOf(shown),
    id: id === null
      ? null
      : { label: answer.userId, value: cut(id), copy: true },
    noId: answer.noUserId,
    avatar,
    refusedAvatar: avatarUrl !== null && avatar === null
      ? { label: answer.avatarRefused, value: cut(avatarUrl) }
      : null,
  };
}

/** Nothing that is seen: blanks, also those that Unicode calls letters or symbols. */
const BLANK = /^[\s\u2800\p{Default_Ignorable_Code_Point}]*$/u;

/** Takes out what shows nothing or turns the text around it. */
function printable(text: string): string {
  const printed = text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, " ");
  return BLANK.test(printed) ? "" : printed.trim();
}

/** The first character as readers count them, such as a whole flag. */
function initialOf(text: string): string {
  const characters = [...new Intl.Segmenter().segment(text)];
  const first = characters.find(({ segment }) => !BLANK.test(segment));
  return first?.segment.toUpperCase() ?? "?";
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

/** What the server says itself; the memberships may say another thing. */
function viewFlag(
  { isVip }: KugouUser,
  { answer: { flag, isVip: label } }: WebWords,
): FactView {
  const value = isVip === null ? flag.unknown : isVip ? flag.yes : flag.no;
  return { label, value };
}

function viewOthers(
  data: JsonObject,
  { answer }: WebWords,
): AnswerView["others"] {
  const fields = Object.entries(data)
    .filter(([name]) => !KNOWN_FIELDS.has(name))
    .slice(0, MAX_OTHER_FIELDS)
    .map(([name, value]) => ({
      label: cut(name, 200),
      value: excerpt(value, 0, 500).json,
    }));
  if (fields.length === 0) return null;
  return { heading: answer.otherFields, hint: answer.otherFieldsHint, fields };
}
