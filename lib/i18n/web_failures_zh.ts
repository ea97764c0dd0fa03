/**
 * What the page says about failures, in Simplified Chinese.
 *
 * @module
 */

import type { Advice, FailureWords, HttpFailure } from "./web.ts";

/** The words around a failed lookup. */
export const FAILURE_ZH: FailureWords = {
  inputTitle: "请求未发送",
  inputHint: "请更正表单中标出的内容，然后重新查询。",
  whatToDo: "处理办法",
  code: "错误码",
  serverSays: "服务端消息",
  reference: "错误码说明",
  retryHelps: "重试可能有效。",
  retryAfter: (seconds) => `请在 ${seconds} 秒后重试。`,
  retryWithToken: "换用新的访问令牌后，重试才有效。",
  retryUseless: "以相同内容重试无效。",
  classes: {
    input: "请求内容有误",
    auth: "没有权限",
    "not-found": "未找到",
    unsupported: "该设备不支持此操作",
    limit: "已达上限",
    server: "服务异常",
    unknown: "未收录的错误",
  },
  kinds: {
    input: {
      title: "请求未发送",
      meaning: "请求中有字段必定无效。",
      hint: "请更正所指出的字段，然后重新查询。",
    },
    network: {
      title: "无法连接接口",
      meaning: "与腾讯云的连接失败或中断。",
      hint: "请稍后重试；若持续出现，请检查本服务器的网络。",
    },
    timeout: {
      title: "接口响应超时",
      meaning: "未能在时限内收到完整应答。",
      hint: "请稍后重试。",
    },
    protocol: {
      title: "应答无法解读",
      meaning: "收到了应答，但并非来自该接口：中间可能有代理或网关。",
      hint: "请重试；若持续出现，请检查与接口之间的网络设备。",
    },
    permission: {
      title: "本服务器没有网络权限",
      meaning: "页面进程启动时缺少权限。",
      hint: "请让页面的维护者在启动时加上：",
    },
  },
};

/** The page's own refusals. */
export const HTTP_ZH: Readonly<Record<HttpFailure, Advice>> = {
  400: {
    title: "请求无法解读",
    meaning: "请求体与所声明的格式不符。",
    hint: "请发送 JSON，或使用本页面的表单。",
  },
  403: {
    title: "已拒绝：请求来自其他网站",
    meaning: "只接受由本页面发出的查询。",
    hint: "请通过 https 打开查询页，并从该页提交表单。",
  },
  404: {
    title: "这里什么也没有",
    meaning: "该地址没有页面。",
    hint: "请核对地址，或从查询页开始。",
  },
  405: {
    title: "此处不支持",
    meaning: "该地址不接受这种请求方法。",
    hint: "请从查询页开始。",
  },
  413: {
    title: "内容过长",
    meaning: "请求超过 16 KiB。",
    hint: "请缩短参数。",
  },
  415: {
    title: "不是表单",
    meaning: "此处不接受该类型的请求体。",
    hint: "请使用本页面的表单，或向 API 发送 JSON。",
  },
  429: {
    title: "查询过于频繁",
    meaning: "本页面限制同一地址每分钟的查询次数。",
    hint: "请稍候再试。",
  },
  500: {
    title: "页面出错了",
    meaning: "本页面遇到了自身的程序错误。",
    hint: "请重试；若持续出现，请将请求 ID 提供给页面的维护者。",
  },
};
