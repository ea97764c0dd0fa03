/**
 * Words of the card that shows a user, in Chinese.
 *
 * @module
 */

import type { CardWords, Distance } from "../words_card.ts";

/** The words. */
export const words: CardWords = {
  label: {
    device: "设备",
    nickname: "昵称",
    userId: "用户 ID",
    avatar: "头像",
    vipFlag: "VIP 标志",
    memberships: "会员",
    otherFields: "其他字段",
    requestId: "请求 ID",
    serverRequestId: "服务端 ID",
    attempts: "尝试次数",
  },
  notSent: "未返回",
  yes: "是",
  no: "否",
  membership: { vip: "VIP", car: "车载", svip: "豪V" },
  state: {
    active: "有效",
    expired: "已过期",
    none: "未开通",
    unknown: "未知",
  },
  left: (distance) => `剩余 ${count(distance)}`,
  ago: (distance) => `${count(distance)}前`,
  until: (time) => `${time} 到期`,
  since: (time) => `${time} 已到期`,
  inChina: (time) => `（北京时间 ${time}）`,
  sentAs: (raw) => `原文 ${raw}`,
};

const UNITS: Readonly<Record<Distance["unit"], string>> = {
  day: "天",
  hour: "小时",
  minute: "分钟",
};

function count({ count, unit }: Distance): string {
  return `${count} ${UNITS[unit]}`;
}
