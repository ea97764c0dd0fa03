/** The card that shows a user to a person. */

import type {
  KugouMembership,
  KugouMemberships,
  KugouUser,
  KugouUserInfo,
} from "../../mod.ts";
import type { Words } from "../i18n/words.ts";
import { escapeJson, escapeText } from "../text/escape.ts";
import {
  type Cell,
  cell,
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

export function writeCard(
  out: Output,
  deviceId: string,
  info: KugouUserInfo,
  words: Words,
): void {
  writeRows(out, [
    ...userRows(deviceId, info.user, words),
    null,
    ...membershipRows(info.user.memberships, words),
    null,
    ...callRows(info, words),
  ]);
  const others = otherRows(info);
  if (others.length === 0) return;
  out.line();
  out.line(out.paint("dim", words.card.otherFields));
  // Apart, as the server may give them names of any length.
  writeRows(out, others, "  ");
}

function userRows(
  deviceId: string,
  user: KugouUser,
  { card }: Words,
): Row[] {
  const shown = (text: string | null, style?: Style) =>
    text === null ? cell(card.notSent, "dim") : cell(escapeText(text), style);
  const flag = user.isVip === null ? null : user.isVip ? card.yes : card.no;
  return [
    [name(card.device), shown(deviceId)],
    [name(card.nickname), shown(user.nickname, "bold")],
    [name(card.userId), shown(user.id)],
    [name(card.avatar), shown(user.avatarUrl)],
    [name(card.vipFlag), shown(flag)],
  ];
}

function membershipRows(
  memberships: KugouMemberships,
  words: Words,
): Row[] {
  const now = Date.now();
  return (["vip", "car", "svip"] as const).map((key) => {
    const membership = memberships[key];
    const { sign, style } = LOOKS[membership.state];
    return [
      name(words.terms.memberships[key]),
      cell(`${sign} ${words.terms.state[membership.state]}`, style),
      ...membershipEnd(membership, now, words.card),
    ];
  });
}

function membershipEnd(
  { state, end, raw }: KugouMembership,
  now: number,
  card: Words["card"],
): Cell[] {
  if (end === null) {
    if (state === "none") return [];
    return [cell(raw === null ? card.notSent : card.sentAs(quote(raw)))];
  }
  const isPast = state === "expired";
  const distance = distanceTo(end, now, card);
  const { local, china } = localTime(end);
  const time = isPast ? card.since(local) : card.until(local);
  return [
    cell(isPast ? card.ago(distance) : card.left(distance)),
    cell(china === null ? time : time + card.inChina(china)),
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

function callRows(info: KugouUserInfo, { card, terms }: Words): Row[] {
  const { requestId, serverRequestId, attempts } = info;
  const isOther = serverRequestId !== null && serverRequestId !== requestId;
  const rows: Row[] = [[name(terms.requestId), cell(requestId)]];
  if (isOther) {
    rows.push([name(terms.serverRequestId), cell(escapeText(serverRequestId))]);
  }
  if (attempts > 1) rows.push([name(card.attempts), cell(String(attempts))]);
  return rows;
}

function name(text: string): Cell {
  return cell(text, "dim");
}

function quote(value: unknown): string {
  return escapeJson(value, false);
}

// `Intl` takes as long to load as the whole lookup.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** China is 8 hours ahead of UTC, all year; the sign is that of `Date`. */
const CHINA_OFFSET = -480;

/** How far away a moment is, in the largest unit that it fills. */
export function distanceTo(
  moment: Date,
  now: number,
  { count, unit }: Words["card"],
): string {
  const ms = Math.abs(moment.getTime() - now);
  // A server's time has seconds only: almost 90 days are 90 days.
  if (ms >= DAY - MINUTE) return count(Math.round(ms / DAY), unit.day);
  if (ms >= HOUR) return count(Math.floor(ms / HOUR), unit.hour);
  return count(Math.floor(ms / MINUTE), unit.minute);
}

/** A moment by the clock of this machine, and by China's where that differs. */
export function localTime(moment: Date) {
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
