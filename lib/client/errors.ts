/** The tree of errors that a call may end in. */

import {
  explainErrorCode,
  type KugouErrorClass,
  type KugouErrorCode,
  type KugouErrorRetry,
  type LocalizedText,
} from "./error_codes.ts";

/**
 * Which branch of the error tree an error stands on; the same as its class,
 * for `switch` and for JSON.
 */
export type KugouErrorKind =
  | "input"
  | "api"
  | "network"
  | "timeout"
  | "protocol"
  | "permission";

/** What a call knew when it failed; every error carries it. */
export interface KugouErrorContext {
  /** The request ids that were sent, in order. Empty if nothing was sent. */
  readonly requestIds?: readonly string[];
  /** The request id that the server answered with, or `null`. */
  readonly serverRequestId?: string | null;
  /** What led to the error. Anything secret must have been taken out. */
  readonly cause?: unknown;
}

/**
 * The root of every error that the client throws.
 *
 * No error carries the access token or the request body: not in its message,
 * stack, cause, JSON or inspection.
 *
 * @example Tell the errors apart by class
 * ```ts
 * import { KugouClient, KugouError, KugouInputError } from "@kugou-iot/client";
 * import { assertInstanceOf, assertRejects } from "@std/assert";
 *
 * const client = new KugouClient({ accessToken: "a-token" });
 * const error = await assertRejects(
 *   () => client.userInfo({ deviceId: "no slash" }),
 *   KugouError,
 * );
 * assertInstanceOf(error, KugouInputError);
 * ```
 */
export abstract class KugouError extends Error {
  /** Which branch of the error tree this is. */
  abstract readonly kind: KugouErrorKind;
  /** Whether sending the same lookup again may succeed. */
  abstract readonly retryable: boolean;
  /** How long the server asked to wait, in milliseconds, or `null`. */
  readonly retryAfterMs: number | null = null;
  /** The request ids that were sent, in order; support asks for them. */
  readonly requestIds: readonly string[];
  /** The request id that the server answered with last, or `null`. */
  readonly serverRequestId: string | null;

  /**
   * Makes the error; called by its subclasses.
   *
   * @param message One sentence on what could not be done and why.
   * @param context What the call knew when it failed.
   */
  constructor(message: string, context: KugouErrorContext = {}) {
    super(
      message,
      context.cause === undefined ? undefined : { cause: context.cause },
    );
    this.requestIds = [...context.requestIds ?? []];
    this.serverRequestId = context.serverRequestId ?? null;
  }

  /** How often the request was sent; 0 if it failed before. */
  get attempts(): number {
    return this.requestIds.length;
  }

  /** The request id that was sent last, or `null` if nothing was sent. */
  get requestId(): string | null {
    return this.requestIds.at(-1) ?? null;
  }

  /**
   * The error as plain JSON, for logs and programs.
   *
   * @returns The name, kind, message and all fields, without stack and cause.
   */
  toJSON(): Record<string, unknown> {
    return {
      ...Object.fromEntries(Object.entries(this)),
      name: this.name,
      kind: this.kind,
      message: this.message,
      requestId: this.requestId,
      attempts: this.attempts,
    };
  }
}

/** What was wrong with one field, and what would be right. */
export interface KugouInputProblem {
  /** What is wrong, as the end of a sentence about the field. */
  readonly reason: LocalizedText;
  /** What would be right. */
  readonly expected: LocalizedText;
  /** A value that would be right, or `null` where none can be shown. */
  readonly example: string | null;
}

/**
 * Something that was given to the client can never be right; nothing was sent.
 *
 * The message never quotes the value: it may be a token in the wrong place.
 *
 * @example Show a person which field is wrong
 * ```ts
 * import { KugouInputError, parseDeviceId } from "@kugou-iot/client";
 * import { assertEquals, assertThrows } from "@std/assert";
 *
 * const error = assertThrows(() => parseDeviceId("dev01"), KugouInputError);
 * assertEquals(error.field, "deviceId");
 * assertEquals(error.reason.en, "it has no slash");
 * assertEquals(error.example, "LAEG4YJE1A/dev01");
 * ```
 */
export class KugouInputError extends KugouError {
  /** Always `"KugouInputError"`. */
  override get name(): string {
    return "KugouInputError";
  }
  /** Always `"input"`. */
  readonly kind = "input";
  /** Always `false`: the same input stays wrong. */
  readonly retryable = false;
  /** The field that was wrong, such as `deviceId` or `retry.limit`. */
  readonly field: string;
  /** What is wrong, in English and Chinese. */
  readonly reason: LocalizedText;
  /** What would be right, in English and Chinese. */
  readonly expected: LocalizedText;
  /** A value that would be right, or `null` where none can be shown. */
  readonly example: string | null;

  /**
   * Makes the error.
   *
   * @param field The field that was wrong.
   * @param problem What was wrong with it, and what would be right.
   */
  constructor(field: string, problem: KugouInputProblem) {
    const { reason, expected, example } = problem;
    const suchAs = example === null ? "" : `, such as ${example}`;
    super(
      `Cannot use ${field}: ${reason.en}: expected ${expected.en}${suchAs}`,
    );
    this.field = field;
    this.reason = reason;
    this.expected = expected;
    this.example = example;
  }
}

/** What the server answered, for {@linkcode KugouApiError}. */
export interface KugouApiErrorDetails {
  /** The code as the server sent it; a number as its decimal text. */
  readonly code: KugouErrorCode;
  /** The server's own message, which may be empty. */
  readonly serverMessage: string;
  /** The HTTP status; the endpoint sends its errors with 200. */
  readonly status: number;
  /** How long the server asked to wait, in milliseconds, or `null`. */
  readonly retryAfterMs: number | null;
}

/**
 * The endpoint understood the request and answered with an error code.
 *
 * @example Decide by class, without knowing every code
 * ```ts
 * import { KugouApiError, KugouClient } from "@kugou-iot/client";
 * import { startSandbox } from "@kugou-iot/client/sandbox";
 * import { assertEquals, assertRejects } from "@std/assert";
 *
 * await using sandbox = await startSandbox();
 * const client = new KugouClient(sandbox);
 * const error = await assertRejects(
 *   () => client.userInfo({ deviceId: "LAEG4YJE1A/nobody" }),
 *   KugouApiError,
 * );
 * assertEquals(error.class, "not-found");
 * assertEquals(error.code, "ResourceNotFound.DeviceNotExist");
 * ```
 */
export class KugouApiError extends KugouError {
  /** Always `"KugouApiError"`. */
  override get name(): string {
    return "KugouApiError";
  }
  /** Always `"api"`. */
  readonly kind = "api";
  /** The code as the server sent it; a number as its decimal text. */
  readonly code: KugouErrorCode;
  /** The family of the code. */
  readonly class: KugouErrorClass;
  /** Whether sending the lookup again is worth it, or only with a fresh token. */
  readonly retry: KugouErrorRetry;
  /** Whether sending the very same lookup again may succeed. */
  readonly retryable: boolean;
  /** What the code means, in English and Chinese. */
  readonly meaning: LocalizedText;
  /** What to do next, in English and Chinese. */
  readonly hint: LocalizedText;
  /** The server's own message, which may be empty. */
  readonly serverMessage: string;
  /** The HTTP status; the endpoint sends its errors with 200. */
  readonly status: number;
  /** How long the server asked to wait, in milliseconds, or `null`. */
  override readonly retryAfterMs: number | null;

  /**
   * Makes the error.
   *
   * @param details What the server answered.
   * @param context What the call knew when it failed.
   */
  constructor(details: KugouApiErrorDetails, context?: KugouErrorContext) {
    const { code, serverMessage, status, retryAfterMs } = details;
    const explanation = explainErrorCode(code);
    super(
      `Cannot complete the request: the server answered ${code}: ${
        serverMessage || explanation.meaning.en
      }`,
      context,
    );
    this.code = code;
    this.class = explanation.class;
    this.retry = explanation.retry;
    this.retryable = explanation.basedOn === null
      ? isRetryableStatus(status)
      : explanation.retry === "yes";
    this.meaning = explanation.meaning;
    this.hint = explanation.hint;
    this.serverMessage = serverMessage;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * The endpoint could not be reached, or the connection broke: refused, DNS,
 * TLS, reset, or a body that ended too early. The cause is `fetch`'s own error.
 *
 * @example The endpoint is down
 * ```ts
 * import { KugouClient, KugouNetworkError } from "@kugou-iot/client";
 * import { assertEquals, assertRejects } from "@std/assert";
 *
 * const client = new KugouClient({
 *   accessToken: "a-token",
 *   endpoint: "http://127.0.0.1:1/",
 *   retry: false,
 * });
 * const error = await assertRejects(
 *   () => client.userInfo({ deviceId: "LAEG4YJE1A/dev01" }),
 *   KugouNetworkError,
 * );
 * assertEquals(error.phase, "headers");
 * ```
 */
export class KugouNetworkError extends KugouError {
  /** Always `"KugouNetworkError"`. */
  override get name(): string {
    return "KugouNetworkError";
  }
  /** Always `"network"`. */
  readonly kind = "network";
  /** `false` where the server's certificate was refused, else `true`. */
  readonly retryable: boolean;
  /** Whether it broke before the answer began (`headers`) or within (`body`). */
  readonly phase: "headers" | "body";

  /**
   * Makes the error.
   *
   * @param message One sentence on what broke.
   * @param phase Whether it broke before the answer began or within.
   * @param context What the call knew when it failed.
   * @param retryable Whether the same lookup may succeed later.
   */
  constructor(
    message: string,
    phase: "headers" | "body",
    context?: KugouErrorContext,
    retryable = true,
  ) {
    super(message, context);
    this.retryable = retryable;
    this.phase = phase;
  }
}

/**
 * What was under way when time ran out.
 *
 * - `token`: the `accessToken` function had not answered yet.
 * - `headers`: the server had not begun to answer.
 * - `body`: the server had begun to answer, but not ended.
 * - `wait`: the wait before the next attempt would have taken longer than the
 *   whole call may.
 */
export type KugouTimeoutPhase = "token" | "headers" | "body" | "wait";

/** Which limit ran out, for {@linkcode KugouTimeoutError}. */
export interface KugouTimeoutDetails {
  /** What was under way. */
  readonly phase: KugouTimeoutPhase;
  /** The option that set the limit. */
  readonly limit: "timeoutMs" | "totalTimeoutMs";
  /** The limit, in milliseconds. */
  readonly limitMs: number;
}

/**
 * A time limit ran out. Where an earlier attempt failed, its error is the
 * cause.
 *
 * @example The server is too slow
 * ```ts
 * import { KugouClient, KugouTimeoutError } from "@kugou-iot/client";
 * import { startSandbox } from "@kugou-iot/client/sandbox";
 * import { assertEquals, assertRejects } from "@std/assert";
 *
 * await using sandbox = await startSandbox({ latencyMs: 5_000 });
 * const client = new KugouClient({
 *   accessToken: sandbox.accessToken,
 *   endpoint: sandbox.endpoint,
 *   timeoutMs: 20,
 *   retry: false,
 * });
 * const error = await assertRejects(
 *   () => client.userInfo({ deviceId: "LAEG4YJE1A/dev01" }),
 *   KugouTimeoutError,
 * );
 * assertEquals(error.limit, "timeoutMs");
 * assertEquals(error.phase, "headers");
 * ```
 */
export class KugouTimeoutError extends KugouError {
  /** Always `"KugouTimeoutError"`. */
  override get name(): string {
    return "KugouTimeoutError";
  }
  /** Always `"timeout"`. */
  readonly kind = "timeout";
  /** Always `true`: the call only reads, and may be faster next time. */
  readonly retryable = true;
  /** What was under way when time ran out. */
  readonly phase: KugouTimeoutPhase;
  /** The option that set the limit. */
  readonly limit: "timeoutMs" | "totalTimeoutMs";
  /** The limit, in milliseconds. */
  readonly limitMs: number;

  /**
   * Makes the error.
   *
   * @param details Which limit ran out, and what was under way.
   * @param context What the call knew when it failed.
   */
  constructor(details: KugouTimeoutDetails, context?: KugouErrorContext) {
    const { phase, limit, limitMs } = details;
    super(
      `Cannot complete the request in time: ${
        WAITED_FOR[phase]
      } within ${limit} (${limitMs} ms)`,
      context,
    );
    this.phase = phase;
    this.limit = limit;
    this.limitMs = limitMs;
  }
}

const WAITED_FOR: Readonly<Record<KugouTimeoutPhase, string>> = {
  token: "the accessToken function did not answer",
  headers: "the server did not begin to answer",
  body: "the server did not finish its answer",
  wait: "the next attempt could not begin",
};

/** What was wrong with an answer, for {@linkcode KugouProtocolError}. */
export interface KugouProtocolDetails {
  /** The HTTP status of the answer. */
  readonly status: number;
  /** What an answer should have been. */
  readonly expected: string;
  /** The beginning of the answer, on one line, without the token. */
  readonly excerpt: string;
  /** How long the server asked to wait, in milliseconds, or `null`. */
  readonly retryAfterMs: number | null;
}

/**
 * Something answered, but not as the endpoint does: a proxy's error page, a
 * redirect, JSON that ends too early, or a body of more than 1 MiB.
 *
 * @example A gateway is in trouble
 * ```ts
 * import { KugouClient, KugouProtocolError } from "@kugou-iot/client";
 * import { assertEquals, assertRejects } from "@std/assert";
 *
 * const client = new KugouClient({
 *   accessToken: "a-token",
 *   retry: false,
 *   fetch: () => Promise.resolve(new Response("<h1>Bad gateway</h1>", { status: 502 })),
 * });
 * const error = await assertRejects(
 *   () => client.userInfo({ deviceId: "LAEG4YJE1A/dev01" }),
 *   KugouProtocolError,
 * );
 * assertEquals(error.status, 502);
 * assertEquals(error.excerpt, "<h1>Bad gateway</h1>");
 * ```
 */
export class KugouProtocolError extends KugouError {
  /** Always `"KugouProtocolError"`. */
  override get name(): string {
    return "KugouProtocolError";
  }
  /** Always `"protocol"`. */
  readonly kind = "protocol";
  /** Whether the HTTP status is one that may pass: 408, 429 or 5xx. */
  readonly retryable: boolean;
  /** The HTTP status of the answer. */
  readonly status: number;
  /** What an answer should have been. */
  readonly expected: string;
  /** The beginning of the answer, on one line, without the token. */
  readonly excerpt: string;
  /** How long the server asked to wait, in milliseconds, or `null`. */
  override readonly retryAfterMs: number | null;

  /**
   * Makes the error.
   *
   * @param details What was wrong with the answer.
   * @param context What the call knew when it failed.
   */
  constructor(details: KugouProtocolDetails, context?: KugouErrorContext) {
    const { status, expected, excerpt, retryAfterMs } = details;
    super(
      `Cannot read the answer as it must be ${expected}: HTTP status is ${status}, body is ${
        excerpt === "" ? "empty" : JSON.stringify(excerpt)
      }`,
      context,
    );
    this.retryable = isRetryableStatus(status);
    this.status = status;
    this.expected = expected;
    this.excerpt = excerpt;
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * Deno was not given the permission that the call needs.
 *
 * @example What a program would tell its user
 * ```ts
 * import { KugouPermissionError } from "@kugou-iot/client";
 * import { assertEquals } from "@std/assert";
 *
 * const error = new KugouPermissionError("--allow-net=iot.cloud.tencent.com");
 * assertEquals(
 *   error.message,
 *   "Cannot reach the network: run again with --allow-net=iot.cloud.tencent.com",
 * );
 * ```
 */
export class KugouPermissionError extends KugouError {
  /** Always `"KugouPermissionError"`. */
  override get name(): string {
    return "KugouPermissionError";
  }
  /** Always `"permission"`. */
  readonly kind = "permission";
  /** Always `false`: permissions do not change by themselves. */
  readonly retryable = false;
  /** The Deno flag to add, such as `--allow-net=iot.cloud.tencent.com`. */
  readonly flag: string;

  /**
   * Makes the error.
   *
   * @param flag The Deno flag to add.
   * @param context What the call knew when it failed.
   */
  constructor(flag: string, context?: KugouErrorContext) {
    super(`Cannot reach the network: run again with ${flag}`, context);
    this.flag = flag;
  }
}

/** 408, 429 and 5xx may pass by themselves. */
function isRetryableStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}
