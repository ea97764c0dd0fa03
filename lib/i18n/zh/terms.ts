import { tellDuration } from "../duration.ts";
import type { terms as en } from "../en/terms.ts";

/** 各处统一使用的名称。 */
export const terms: typeof en = {
  memberships: { vip: "VIP", car: "车载 VIP", svip: "豪V" },
  state: {
    active: "有效",
    expired: "已过期",
    none: "未开通",
    unknown: "未知",
  },
  errorClass: {
    "input": "输入有误",
    "auth": "鉴权失败",
    "not-found": "不存在",
    "unsupported": "不支持",
    "limit": "超出限制",
    "server": "服务端故障",
    "unknown": "未知",
  },
  retry: {
    "yes": "可以，请稍后再试",
    "no": "不可以，原样重试仍会失败",
    "fresh-token": "重新登录酷狗账号后可以",
  },
  requestId: "请求 ID",
  serverRequestId: "服务端请求 ID",
  didYouMean: "您要找的是不是",
  duration: (ms) =>
    tellDuration(ms, {
      ms: "毫秒",
      s: "秒",
      min: "分",
      h: "小时",
      longer: "100 天以上",
    }),
};
