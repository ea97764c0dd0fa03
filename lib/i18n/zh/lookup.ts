/**
 * Words that a lookup says besides its answer, in Chinese.
 *
 * @module
 */

import type { AttemptFacts, LookupWords } from "../words_lookup.ts";

/** The words. */
export const words: LookupWords = {
  tokenName: "访问令牌",
  prompt: "访问令牌（输入不显示）：",
  sandbox: (endpoint) => `沙箱 ${endpoint}：示例数据，并非真实用户`,
  sending: (endpoint, { timeoutMs, totalTimeoutMs, retries }) =>
    `POST ${endpoint}（单次限时 ${timeoutMs} 毫秒，总限时 ${totalTimeoutMs} 毫秒，重试 ${retries} 次）`,
  attempt: (facts) =>
    [
      `第 ${facts.number} 次：${outcome(facts)}，用时 ${
        Math.round(facts.durationMs)
      } 毫秒`,
      `请求 ID ${facts.requestId}`,
      ...(facts.serverRequestId === null
        ? []
        : [`服务端 ID ${facts.serverRequestId}`]),
      ...(facts.retryInMs === null ? [] : [`${facts.retryInMs} 毫秒后重试`]),
    ].join("，"),
  dryRun: {
    notSent: "未发送任何请求",
    request: "请求内容：",
    curl: "等效的 curl 命令（需先设置 KUGOU_ACCESS_TOKEN）：",
  },
};

function outcome({ status, error }: AttemptFacts): string {
  const http = status === null ? "无应答" : `HTTP ${status}`;
  return error === null ? http : `${http}，${error}`;
}
