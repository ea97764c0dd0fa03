import { KugouInputError, type LocalizedText } from "../../mod.ts";
import type { SandboxEnvelope } from "./answer.ts";
import type { SandboxLogEntry } from "./log.ts";
import { checkFaults, type SandboxFaults } from "./random_faults.ts";

/** Options of a sandbox. All may be left out. */
export interface SandboxOptions {
  /**
   * The TCP port to listen on, on 127.0.0.1 only; 0 takes any free one.
   * `createSandboxHandler` does not listen and ignores it.
   *
   * @default {0}
   */
  readonly port?: number;
  /**
   * How answers are wrapped.
   *
   * @default {"response"}
   */
  readonly envelope?: SandboxEnvelope;
  /**
   * Milliseconds to wait before every answer.
   *
   * @default {0}
   */
  readonly latencyMs?: number;
  /**
   * Milliseconds that the faults `slow-headers` and `slow-body` take; the fault
   * `latency` takes a tenth of it. A test sets it low.
   *
   * @default {30_000}
   */
  readonly slowMs?: number;
  /**
   * Seconds that the faults `429-seconds`, `429-date`, `503-seconds` and
   * `503-date` put into `Retry-After`: a whole number from 0.
   *
   * @default {1}
   */
  readonly retryAfterSeconds?: number;
  /** Random faults by share. Without it, only the devices of `SANDBOXFLT` fail. */
  readonly faults?: SandboxFaults;
  /**
   * The one access token that the sandbox knows.
   *
   * @default {SANDBOX_ACCESS_TOKEN}
   */
  readonly accessToken?: string;
  /** Called once for each request, when its answer is known. It must not throw. */
  readonly onRequest?: (entry: SandboxLogEntry) => void;
  /** Closes the sandbox when it is aborted. */
  readonly signal?: AbortSignal;
}

/**
 * The access token of a sandbox that was given none: a fixed sample value, so
 * that a command can be copied from the documents.
 *
 * @example Send the token that every sandbox knows
 * ```ts
 * import { SANDBOX_ACCESS_TOKEN, startSandbox } from "@kugou-iot/client/sandbox";
 * import { assertEquals } from "@std/assert";
 *
 * const sandbox = await startSandbox();
 * assertEquals(sandbox.accessToken, SANDBOX_ACCESS_TOKEN);
 * await sandbox.close();
 * ```
 */
export const SANDBOX_ACCESS_TOKEN: string =
  "sandbox-0123456789abcdef0123456789abcdef";

/** What every request needs, with nothing missing. */
export type SandboxSettings = Required<
  Omit<SandboxOptions, "faults" | "onRequest" | "signal">
>;

/** The longest wait that a timer can hold, some 24 days. */
const MAX_MS = 2 ** 31 - 1;

/** Fills in the defaults, or throws a `KugouInputError`. */
export function readOptions(options: SandboxOptions): SandboxSettings {
  const {
    port = 0,
    envelope = "response",
    latencyMs = 0,
    slowMs = 30_000,
    retryAfterSeconds = 1,
    accessToken = SANDBOX_ACCESS_TOKEN,
    faults,
  } = options;
  checkNumber("latencyMs", latencyMs, MAX_MS);
  checkNumber("slowMs", slowMs, MAX_MS);
  checkInteger("retryAfterSeconds", retryAfterSeconds, MAX_MS);
  checkInteger("port", port, 65_535);
  if (!["response", "gateway"].includes(envelope)) {
    throw new KugouInputError("envelope", {
      reason: { en: "it is another word", zh: "不是可用的值" },
      expected: { en: "response or gateway", zh: "response 或 gateway" },
      example: "gateway",
    });
  }
  if (typeof accessToken !== "string" || accessToken === "") {
    throw new KugouInputError("accessToken", {
      reason: { en: "it is empty or not a string", zh: "为空或不是字符串" },
      expected: { en: "any text", zh: "任意文本" },
      example: SANDBOX_ACCESS_TOKEN,
    });
  }
  if (faults) checkFaults(faults);
  return {
    port,
    envelope,
    latencyMs,
    slowMs,
    retryAfterSeconds,
    accessToken,
  };
}

function checkInteger(field: string, value: number, max: number): void {
  if (Number.isInteger(value)) return checkNumber(field, value, max);
  throw outOfRange(field, value, {
    en: `a whole number from 0 to ${max}`,
    zh: `0 到 ${max} 的整数`,
  });
}

function checkNumber(field: string, value: number, max: number): void {
  if (value >= 0 && value <= max) return;
  const expected = { en: `0 to ${max}`, zh: `0 到 ${max}` };
  throw outOfRange(field, value, expected);
}

function outOfRange(
  field: string,
  value: number,
  expected: LocalizedText,
): KugouInputError {
  const reason = { en: `it is ${value}`, zh: `当前值为 ${value}` };
  return new KugouInputError(field, { reason, expected, example: "0" });
}
