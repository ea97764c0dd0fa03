/**
 * The faults that the sandbox can make, in one table: help texts and documents
 * are made from it.
 *
 * @module
 */

import type { LocalizedText } from "../client/error_info.ts";

/** The name of a fault that the sandbox can make. */
export type SandboxFaultName =
  | "latency"
  | "slow-headers"
  | "slow-body"
  | "reset"
  | "reset-body"
  | "truncated"
  | "empty"
  | "invalid-utf8"
  | "wrong-type"
  | "wrong-type-html"
  | "oversized"
  | "oversized-chunked"
  | "redirect"
  | "408"
  | "429"
  | "429-seconds"
  | "429-date"
  | "429-far"
  | "429-unreadable"
  | "500"
  | "502"
  | "503"
  | "503-seconds"
  | "503-date"
  | "503-far"
  | "503-unreadable"
  | "echo-token"
  | "echo-token-html";

/** A fault with what it does. */
export interface SandboxFault {
  /** The name, as in `SANDBOXFLT/<name>` and in `parseFaults`. */
  readonly name: SandboxFaultName;
  /** What the fault does, in one line. */
  readonly title: LocalizedText;
}

/**
 * Every fault of the sandbox: delays, broken connections, broken bodies, HTTP
 * statuses, leaks.
 *
 * Each is met by asking for the device `SANDBOXFLT/<name>`, or
 * `SANDBOXFLT/<name>@<n>` for the first n requests only; and at random through
 * the option `faults`.
 *
 * @example List the faults
 * ```ts
 * import { SANDBOX_FAULTS } from "@kugou-iot/client/sandbox";
 * import { assertEquals } from "@std/assert";
 *
 * const names = SANDBOX_FAULTS.map(({ name }) => name);
 * assertEquals(names.slice(0, 3), ["latency", "slow-headers", "slow-body"]);
 * ```
 */
export const SANDBOX_FAULTS: readonly SandboxFault[] = [
  {
    name: "latency",
    title: {
      en: "Answers late, but in time for most clients (3 s)",
      zh: "延迟应答，多数客户端尚可等到（3 秒）",
    },
  },
  {
    name: "slow-headers",
    title: { en: "Sends the headers after 30 s", zh: "30 秒后才发送响应头" },
  },
  {
    name: "slow-body",
    title: {
      en: "Sends the headers at once and the body in drips over 30 s",
      zh: "立即发送响应头，响应体在 30 秒内逐段发送",
    },
  },
  {
    name: "reset",
    title: {
      en: "Closes the connection before any answer",
      zh: "应答前关闭连接",
    },
  },
  {
    name: "reset-body",
    title: {
      en: "Closes the connection in the middle of the body",
      zh: "发送响应体途中关闭连接",
    },
  },
  {
    name: "truncated",
    title: {
      en: "Sends half of the JSON as if it were all",
      zh: "只发送一半 JSON，但视为完整响应",
    },
  },
  {
    name: "empty",
    title: {
      en: "Sends HTTP 200 with an empty body",
      zh: "HTTP 200，响应体为空",
    },
  },
  {
    name: "invalid-utf8",
    title: {
      en: "Sends JSON with bytes that are no UTF-8",
      zh: "JSON 中含有非 UTF-8 字节",
    },
  },
  {
    name: "wrong-type",
    title: {
      en: "Sends good JSON as text/plain",
      zh: "JSON 正确，但类型为 text/plain",
    },
  },
  {
    name: "wrong-type-html",
    title: {
      en: "Sends HTTP 200 with an HTML page, as a captive portal does",
      zh: "HTTP 200，但返回 HTML 页面（如上网认证页）",
    },
  },
  {
    name: "oversized",
    title: {
      en: "Sends good JSON of 2 MiB with content-length",
      zh: "返回 2 MiB 的 JSON，带 content-length",
    },
  },
  {
    name: "oversized-chunked",
    title: {
      en: "Sends good JSON of 2 MiB in chunks, its length unsaid",
      zh: "分块返回 2 MiB 的 JSON，不声明长度",
    },
  },
  {
    name: "redirect",
    title: {
      en: "Redirects to another path of the sandbox (HTTP 307)",
      zh: "重定向到沙箱的另一路径（HTTP 307）",
    },
  },
  {
    name: "408",
    title: {
      en: "Answers HTTP 408 with an HTML page",
      zh: "HTTP 408，返回 HTML 页面",
    },
  },
  {
    name: "429",
    title: {
      en: "Answers HTTP 429 without Retry-After",
      zh: "HTTP 429，无 Retry-After",
    },
  },
  {
    name: "429-seconds",
    title: {
      en: "Answers HTTP 429 with Retry-After in seconds (1)",
      zh: "HTTP 429，Retry-After 为秒数（1）",
    },
  },
  {
    name: "429-date",
    title: {
      en: "Answers HTTP 429 with Retry-After as an HTTP date (1 s ahead)",
      zh: "HTTP 429，Retry-After 为 HTTP 日期（1 秒后）",
    },
  },
  {
    name: "429-far",
    title: {
      en: "Answers HTTP 429 with a Retry-After of one day",
      zh: "HTTP 429，Retry-After 为一天",
    },
  },
  {
    name: "429-unreadable",
    title: {
      en: "Answers HTTP 429 with a Retry-After that cannot be read",
      zh: "HTTP 429，Retry-After 无法解析",
    },
  },
  {
    name: "500",
    title: {
      en: "Answers HTTP 500 with an HTML page",
      zh: "HTTP 500，返回 HTML 页面",
    },
  },
  {
    name: "502",
    title: {
      en: "Answers HTTP 502 with an HTML page",
      zh: "HTTP 502，返回 HTML 页面",
    },
  },
  {
    name: "503",
    title: {
      en: "Answers HTTP 503 without Retry-After",
      zh: "HTTP 503，无 Retry-After",
    },
  },
  {
    name: "503-seconds",
    title: {
      en: "Answers HTTP 503 with Retry-After in seconds (1)",
      zh: "HTTP 503，Retry-After 为秒数（1）",
    },
  },
  {
    name: "503-date",
    title: {
      en: "Answers HTTP 503 with Retry-After as an HTTP date (1 s ahead)",
      zh: "HTTP 503，Retry-After 为 HTTP 日期（1 秒后）",
    },
  },
  {
    name: "503-far",
    title: {
      en: "Answers HTTP 503 with a Retry-After of one day",
      zh: "HTTP 503，Retry-After 为一天",
    },
  },
  {
    name: "503-unreadable",
    title: {
      en: "Answers HTTP 503 with a Retry-After that cannot be read",
      zh: "HTTP 503，Retry-After 无法解析",
    },
  },
  {
    name: "echo-token",
    title: {
      en: "Answers an API error that repeats the access token",
      zh: "API 错误中回显访问令牌",
    },
  },
  {
    name: "echo-token-html",
    title: {
      en: "Answers HTTP 400 with an HTML page that repeats the access token",
      zh: "HTTP 400，HTML 页面中回显访问令牌",
    },
  },
];

/** Tells whether a word names a fault. */
export function isFaultName(word: string): word is SandboxFaultName {
  return SANDBOX_FAULTS.some(({ name }) => name === word);
}
