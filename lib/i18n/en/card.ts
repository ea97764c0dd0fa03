/**
 * Words of the card that shows a user, in English.
 *
 * @module
 */

import type { CardWords, Distance } from "../words_card.ts";

/** The words. */
export const words: CardWords = {
  label: {
    device: "Device",
    nickname: "Nickname",
    userId: "User id",
    avatar: "Avatar",
    vipFlag: "VIP flag",
    memberships: "Memberships",
    otherFields: "Other fields",
    requestId: "Request id",
    serverRequestId: "Server's id",
    attempts: "Attempts",
  },
  notSent: "not sent",
  yes: "yes",
  no: "no",
  membership: { vip: "VIP", car: "In-car", svip: "Luxury" },
  state: {
    active: "active",
    expired: "expired",
    none: "none",
    unknown: "unknown",
  },
  left: (distance) => `${count(distance)} left`,
  ago: (distance) => `${count(distance)} ago`,
  until: (time) => `until ${time}`,
  since: (time) => `since ${time}`,
  inChina: (time) => ` (${time} in China)`,
  sentAs: (raw) => `sent as ${raw}`,
};

function count({ count, unit }: Distance): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
