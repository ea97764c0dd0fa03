/**
 * Words about what went wrong, and what to do next, in Chinese.
 *
 * @module
 */

import type { KugouTimeoutPhase } from "../../client/timeout_error.ts";
import type { FailureWords } from "../words_failure.ts";

/** The words. */
export const words: FailureWords = {
  title: {
    input: (subject, reason) =>
      subject === null ? `命令有误：${reason}` : `${subject} 有误：${reason}`,
    api: (meaning) => `查询失败：${meaning}`,
    network: {
      headers: "查询失败：无法连接到服务端",
      body: "查询失败：接收应答时连接中断",
    },
    timeout: (phase, limitMs, attempts) =>
      `查询超时：${duration(limitMs)}内${WAITED_FOR[phase]}${
        attempts > 1 ? `（共尝试 ${attempts} 次）` : ""
      }`,
    protocol: (status) =>
      `查询失败：收到 HTTP ${status}，但内容不是该接口的应答`,
    permission: (flag) => `无法继续：Deno 未获得权限 ${flag}`,
    interrupted: "已中断",
    bug: (message) => `程序出现缺陷，无法继续：${message}`,
  },
  label: {
    suggestion: "您是否想输入",
    expected: "应为",
    example: "示例",
    code: "错误码",
    serverSays: "服务端消息",
    detail: "详情",
    received: "收到内容",
    next: "建议",
    retry: "能否重试",
    requestId: "请求 ID",
    requestIds: "此前的 ID",
    serverRequestId: "服务端 ID",
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
  next: {
    network: "请检查网络、代理或防火墙，以及接口地址",
    timeout: (option) => `请检查网络，或放宽时限，例如 ${option}`,
    protocol: "请确认接口地址正确，且未被代理或上网认证页拦截",
    busy: "请稍候；若持续出现，请联系接口或其代理的运维人员",
    permission: (flag) => `请加在 deno run 之后：deno run ${flag} …`,
    bug: "请加上 --verbose 重新运行，并将输出反馈给 kugou-iot 的维护者",
  },
  retry: {
    yes: "可以，稍后重试可能成功",
    no: "不必，同样的查询仍会失败",
    freshToken: "更换新的访问令牌后可以",
    after: (ms) => `可以，但服务端要求先等待 ${duration(ms)}`,
  },
  emptyBody: "（空）",
};

const WAITED_FOR: Readonly<Record<KugouTimeoutPhase, string>> = {
  token: "未取得访问令牌",
  headers: "服务端未开始应答",
  body: "服务端未完成应答",
  wait: "来不及开始下一次尝试",
};

function duration(ms: number): string {
  if (ms % 1000 !== 0 && ms < 10_000) return `${Math.ceil(ms)} 毫秒`;
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 120) return `${seconds} 秒`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} 分钟` : `${Math.ceil(minutes / 60)} 小时`;
}
