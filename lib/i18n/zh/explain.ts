/**
 * Words about error codes, in Chinese.
 *
 * @module
 */

import type { ExplainWords } from "../words_explain.ts";

/** The words. */
export const words: ExplainWords = {
  label: {
    code: "错误码",
    class: "类别",
    meaning: "含义",
    next: "建议",
    retry: "能否重试",
    source: "出处",
    exitCode: "退出码",
    basedOn: "依据",
    suggestion: "您是否想输入",
  },
  source: {
    page: "腾讯云文档 1081/60575",
    tme: "腾讯音乐服务文档 1081/68800",
    sibling: "同一接口的其他文档",
  },
  class: {
    "input": "输入",
    "auth": "鉴权",
    "not-found": "不存在",
    "unsupported": "不支持",
    "limit": "限制",
    "server": "服务端",
    "unknown": "未知",
  },
  retry: {
    "yes": "可以，稍后重试可能成功",
    "no": "不必，同样的查询仍会失败",
    "fresh-token": "更换新的访问令牌后可以",
  },
  basedOn: (prefix) => `${prefix}（已收录的最长前缀）`,
  more: (command) => `${command} 可查看某个错误码的处理办法。`,
};
