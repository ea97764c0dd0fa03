/**
 * The card that shows a user to a person.
 *
 * @module
 */

import type { KugouUserInfo } from "../client/client.ts";
import type {
  KugouMembership,
  KugouMemberships,
  KugouUser,
} from "../client/user.ts";
import type { CardWords, Distance } from "../i18n/words_answers.ts";
import {
  type Cell,
  cell,
  escapeJson,
  escapeText,
  type Output,
  type Row,
  type Style,
  writeRows,
} from "./output.ts";

/** How each state looks; the sign says the same as the color. */
const LOOKS: Readonly<
  Record<KugouMembership["state"], { sign: string; style: Style }>
> = {
  active: { sign: "✓", style: "green" },
  expired: { sign: "✗", style: "red" },
  none: { sign: "-", style: "dim" },
  unknown: { sign: "?", style: "yellow" },
};

/** Which fields of the wire the card has a row for, and what became of them. */
const SHOWN: Readonly<Record<string, (user: KugouUser) => unknown>> = {
  "userid": (user) => user.id,
  "nick_name": (user) => user.nickname,
  "img": (user) => user.avatarUrl,
  "is_vip": (user) => user.isVip,
  "vip_end_time": (user) => user.memberships.vip.raw,
  "car_vip_end_time": (user) => user.memberships.car.raw,
  "svip_end_time": (user) => user.memberships.svip.raw,
};

/**
 * Writes the card.
 *
 * @param out Where to.
 * @param deviceId The device that was asked about.
 * @param info What was found.
 * @param words In which words.
 */
export async function writeCard(
  out: Output,
  deviceId: string,
  info: KugouUserInfo,
  words: CardWords,
): Promise<void> {
  await writeRows(out, [
    ...userRows(deviceId, info.user, words),
    null,
    ...membershipRows(info.user.memberships, words),
    null,
    ...callRows(info, words),
  ]);
  const others = otherRows(info);
  if (others.length === 0) return;
  out.line();
  out.line(out.paint("dim", words.label.otherFields));
  // Apart, as the server may give them names of any length.
  await writeRows(out, others, "  ");
}

function userRows(
  deviceId: string,
  user: KugouUser,
  { label, notSent, yes, no }: CardWords,
): Row[] {
  const shown = (text: string | null, style?: Style) =>
    text === null ? cell(notSent, "dim") : cell(escapeText(text), style);
  const flag = user.isVip === null ? null : user.isVip ? yes : no;
  return [
    [name(label.device), shown(deviceId)],
    [name(label.nickname), shown(user.nickname, "bold")],
    [name(label.userId), shown(user.id)],
    [name(label.avatar), shown(user.avatarUrl)],
    [name(label.vipFlag), shown(flag)],
  ];
}

function membershipRows(
  memberships: KugouMemberships,
  words: CardWords,
): Row[] {
  const now = Date.now();
  return (["vip", "car", "svip"] as const).map((key) => {
    const membership = memberships[key];
    const { sign, style } = LOOKS[membership.state];
    return [
      name(words.membership[key]),
      cell(`${sign} ${words.state[membership.state]}`, style),
      ...membershipEnd(membership, now, words),
    ];
  });
}

function membershipEnd(
  { state, end, raw }: KugouMembership,
  now: number,
  words: CardWords,
): Cell[] {
  if (end === null) {
    if (state === "none") return [];
    return [cell(raw === null ? words.notSent : words.sentAs(quote(raw)))];
  }
  const isPast = state === "expired";
  const distance = distanceTo(end, now);
  const { local, china } = localTime(end);
  const time = isPast ? words.since(local) : words.until(local);
  return [
    cell(isPast ? words.ago(distance) : words.left(distance)),
    cell(china === null ? time : time + words.inChina(china)),
  ];
}

/** Nothing of what the server sent is lost, whether it is known or not. */
function otherRows({ user, data }: KugouUserInfo): Row[] {
  return Object.entries(data)
    .filter(([field, value]) => {
      if (!Object.hasOwn(SHOWN, field)) return true;
      const isEmpty = value === null || value === "";
      return !isEmpty && SHOWN[field]?.(user) === null;
    })
    .map(([field, value]) => [name(escapeText(field)), cell(quote(value))]);
}

function callRows(info: KugouUserInfo, { label }: CardWords): Row[] {
  const { requestId, serverRequestId, attempts } = info;
  const isOther = serverRequestId !== null && serverRequestId !== requestId;
  const rows: Row[] = [[name(label.requestId), cell(requestId)]];
  if (isOther) {
    rows.push([name(label.serverRequestId), cell(escapeText(serverRequestId))]);
  }
  if (attempts > 1) rows.push([name(label.attempts), cell(String(attempts))]);
  return rows;
}

function name(text: string): Cell {
  return cell(text, "dim");
}

function quote(value: unknown): string {
  return escapeJson(value, false);
}

// `Intl` would know how to write moments, but takes as long to load as the
// whole lookup: what is needed of it is done by hand.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** China is 8 hours ahead of UTC, all year; the sign is that of `Date`. */
const CHINA_OFFSET = -480;

/**
 * How far away a moment is.
 *
 * @param moment The moment, past or to come.
 * @param now The time now, in milliseconds since 1970.
 * @returns The distance, in the largest unit that it fills.
 */
export function distanceTo(moment: Date, now: number): Distance {
  const ms = Math.abs(moment.getTime() - now);
  // A server's time has seconds only: almost 90 days are 90 days.
  if (ms >= DAY - MINUTE) return { count: Math.round(ms / DAY), unit: "day" };
  if (ms >= HOUR) return { count: Math.floor(ms / HOUR), unit: "hour" };
  return { count: Math.floor(ms / MINUTE), unit: "minute" };
}

/** A moment by two clocks. */
export interface LocalTime {
  /** The time here. */
  readonly local: string;
  /** The time in China, or `null` where that is the same. */
  readonly china: string | null;
}

/**
 * Writes a moment by the clock of this machine and by that of China.
 *
 * @param moment The moment.
 * @returns Both times, to the minute.
 */
export function localTime(moment: Date): LocalTime {
  const offset = moment.getTimezoneOffset();
  const local = atOffset(moment, offset);
  if (offset === CHINA_OFFSET) return { local, china: null };
  const china = atOffset(moment, CHINA_OFFSET);
  const isSameDay = china.slice(0, 10) === local.slice(0, 10);
  return { local, china: isSameDay ? china.slice(11) : china };
}

function atOffset(moment: Date, offset: number): string {
  const shifted = new Date(moment.getTime() - offset * MINUTE);
  return shifted.toISOString().slice(0, 16).replace("T", " ");
}
