import type { LocalizedText } from "../../mod.ts";
import { type Answer, ApiError } from "./answer.ts";
import {
  chunked,
  cutInHalf,
  delay,
  dripped,
  json,
  page,
  SandboxResetError,
  statusPage,
} from "./responses.ts";

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
  | "echo-token"
  | "echo-token-html"
  | "408"
  | "429"
  | "500"
  | "502"
  | "503"
  | `${429 | 503}-${"seconds" | "date" | "far" | "unreadable"}`;

/** A fault with what it does. */
export interface SandboxFault {
  /** The name, as in `SANDBOXFLT/<name>` and in `parseFaults`. */
  readonly name: SandboxFaultName;
  /** What the fault does, in one line. */
  readonly title: LocalizedText;
}

/** What a fault is made from. */
interface FaultContext {
  /** The JSON text that a sound sandbox would answer. */
  readonly sound: string;
  /** Wraps an answer as the sandbox does, with this id for a `RequestId`. */
  readonly wrapped: (answer: Answer, requestId: string) => string;
  /** The access token that was sent. */
  readonly accessToken: string;
  readonly slowMs: number;
  readonly retryAfterSeconds: number;
  /** Aborted when the client goes away or the sandbox closes. */
  readonly stop: () => AbortSignal;
}

type Respond = (context: FaultContext) => Response | Promise<Response>;

/** A fault: its name, what it does, and how it is made. */
type Row = readonly [
  name: SandboxFaultName,
  en: string,
  zh: string,
  respond: Respond,
];

/** Over the 1 MiB that the client of this package reads. */
const OVERSIZE = 2 * 1024 * 1024;

const ROWS: readonly Row[] = [
  [
    "latency",
    "Answers late, but in time for most clients (3 s)",
    "延迟应答，多数客户端尚可等到（3 秒）",
    (context) => late(context, context.slowMs / 10),
  ],
  [
    "slow-headers",
    "Sends the headers after 30 s",
    "30 秒后才发送响应头",
    (context) => late(context, context.slowMs),
  ],
  [
    "slow-body",
    "Sends the headers at once and the body in drips over 30 s",
    "立即发送响应头，响应体在 30 秒内逐段发送",
    ({ sound, slowMs, stop }) => dripped(sound, slowMs, stop()),
  ],
  [
    "reset",
    "Closes the connection before any answer",
    "应答前关闭连接",
    () => Promise.reject(new SandboxResetError()),
  ],
  [
    "reset-body",
    "Closes the connection in the middle of the body",
    "发送响应体途中关闭连接",
    ({ sound }) => cutInHalf(sound),
  ],
  [
    "truncated",
    "Sends half of the JSON as if it were all",
    "只发送一半 JSON，但视为完整响应",
    ({ sound }) => json(sound.slice(0, sound.length / 2)),
  ],
  [
    "empty",
    "Sends HTTP 200 with an empty body",
    "HTTP 200，响应体为空",
    () => json(""),
  ],
  [
    "invalid-utf8",
    "Sends JSON with bytes that are not UTF-8",
    "JSON 中含有非 UTF-8 字节",
    ({ sound }) => json(withInvalidUtf8(sound)),
  ],
  [
    "wrong-type",
    "Sends good JSON as text/plain",
    "JSON 正确，但类型为 text/plain",
    ({ sound }) => json(sound, "text/plain; charset=utf-8"),
  ],
  [
    "wrong-type-html",
    "Sends HTTP 200 with an HTML page, as a captive portal does",
    "HTTP 200，但返回 HTML 页面（如上网认证页）",
    () => page("Welcome", "Sign in to use this network"),
  ],
  [
    "oversized",
    "Sends good JSON of 2 MiB with content-length",
    "返回 2 MiB 的 JSON，带 content-length",
    ({ sound }) => json(withNote(sound, "x".repeat(OVERSIZE))),
  ],
  [
    "oversized-chunked",
    "Sends good JSON of 2 MiB in chunks, without its length",
    "分块返回 2 MiB 的 JSON，不声明长度",
    ({ sound }) => chunked(withNote(sound, "x".repeat(OVERSIZE))),
  ],
  [
    "redirect",
    "Redirects to another path of the sandbox (HTTP 307)",
    "重定向到沙箱的另一路径（HTTP 307）",
    () =>
      new Response(null, { status: 307, headers: { location: "/redirected" } }),
  ],
  [
    "echo-token",
    "Answers an API error that repeats the access token",
    "API 错误中回显访问令牌",
    ({ wrapped, accessToken }) =>
      json(wrapped(echoOf(accessToken), accessToken)),
  ],
  [
    "echo-token-html",
    "Answers HTTP 400 with an HTML page that repeats the access token",
    "HTTP 400，HTML 页面中回显访问令牌",
    ({ accessToken }) => statusPage(400, {}, echoOf(accessToken).message),
  ],
  status(408),
  ...refusal(429),
  status(500),
  status(502),
  ...refusal(503),
];

/**
 * Every fault of the sandbox: delays, broken connections, broken bodies, leaks,
 * HTTP statuses.
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
export const SANDBOX_FAULTS: readonly SandboxFault[] = ROWS.map(
  ([name, en, zh]) => ({ name, title: { en, zh } }),
);

/** Tells whether a word names a fault. */
export function isFaultName(word: string): word is SandboxFaultName {
  return ROWS.some(([name]) => name === word);
}

/** Answers with a fault, or rejects where that breaks the connection. */
export function answerWithFault(
  fault: SandboxFaultName,
  context: FaultContext,
): Response | Promise<Response> {
  const [, , , respond] = ROWS.find(([name]) => name === fault)!;
  return respond(context);
}

async function late(
  { sound, stop }: FaultContext,
  ms: number,
): Promise<Response> {
  await delay(ms, stop());
  return json(sound);
}

/** The text with a field in front. */
function withNote(text: string, note: string): string {
  return text.replace("{", `{"note":"${note}",`);
}

/** The text with a field in front whose two characters are not UTF-8. */
function withInvalidUtf8(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(withNote(text, "??"));
  return bytes.map((byte) => byte === "?".charCodeAt(0) ? 0xff : byte);
}

function echoOf(accessToken: string): ApiError {
  return new ApiError(
    "InvalidParameterValue",
    `Cannot serve {"AccessToken":"${accessToken}"}`,
  );
}

function status(code: 408 | 429 | 500 | 502 | 503): Row {
  return [
    `${code}`,
    `Answers HTTP ${code} with an HTML page`,
    `HTTP ${code}，返回 HTML 页面`,
    () => statusPage(code),
  ];
}

/** The status alone, and with each form of `Retry-After`. */
function refusal(code: 429 | 503): Row[] {
  const row = (
    form: "seconds" | "date" | "far" | "unreadable",
    en: string,
    zh: string,
    retryAfter: (seconds: number) => string,
  ): Row => [
    `${code}-${form}`,
    `Answers HTTP ${code} with a Retry-After ${en}`,
    `HTTP ${code}，Retry-After ${zh}`,
    ({ retryAfterSeconds }) =>
      statusPage(code, { "retry-after": retryAfter(retryAfterSeconds) }),
  ];
  return [
    status(code),
    row("seconds", "in seconds (1)", "为秒数（1）", String),
    row(
      "date",
      "as an HTTP date (1 s ahead)",
      "为 HTTP 日期（1 秒后）",
      httpDate,
    ),
    row("far", "of one day", "为一天", () => "86400"),
    row("unreadable", "that cannot be read", "无法解析", () => "in a while"),
  ];
}

/** Rounded up: an HTTP date has no milliseconds. */
function httpDate(secondsAhead: number): string {
  const seconds = Math.ceil(Date.now() / 1000) + secondsAhead;
  return new Date(seconds * 1000).toUTCString();
}
