/**
 * The shapes that the sandbox takes and gives.
 *
 * @module
 */

import type { LocalizedText } from "../client/error_info.ts";
import type { SandboxFaultName } from "./faults.ts";

/**
 * How an answer is wrapped: `response` is the shape of the public document
 * (`{"Response":{…}}`), `gateway` the one that Tencent's own SDK reads
 * (`{"code":0,"msg":"","data":{…}}`).
 */
export type SandboxEnvelope = "response" | "gateway";

/** Which random faults a sandbox makes, and how often. */
export interface SandboxFaults {
  /**
   * The share of requests that each fault hits, from 0 (never) to 1 (always).
   * The shares add up to at most 1; the rest is answered normally.
   */
  readonly shares: Readonly<Partial<Record<SandboxFaultName, number>>>;
  /**
   * Starts the row of random numbers, an integer from 0 to 4294967295: the same
   * seed and the same requests in the same order meet the same faults.
   *
   * @default {1}
   */
  readonly seed?: number;
}

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

/** A running sandbox. Close it, or let `await using` do so. */
export interface Sandbox extends AsyncDisposable {
  /** The full URL to send requests to, such as `http://127.0.0.1:8787/api/exploreropen/tokenapi`. */
  readonly endpoint: string;
  /** The access token that this sandbox accepts. */
  readonly accessToken: string;
  /** The devices that it answers for. */
  readonly devices: readonly SandboxDevice[];
  /**
   * Cuts every connection, stops what is still slow, and frees the port. A
   * second call does nothing more.
   *
   * @returns A promise that resolves when nothing is left running.
   */
  close(): Promise<void>;
}

/** A device that the sandbox knows, and what it answers for it. */
export interface SandboxDevice {
  /** The `DeviceId` of a request: product id and device name, such as `LAEG4YJE1A/dev01`. */
  readonly id: string;
  /** The device name alone, such as `dev01`. */
  readonly name: string;
  /** What is particular about the device. */
  readonly title: LocalizedText;
  /**
   * Makes the `Data` of the answer, with wire names and wire types. A `bigint`
   * stands for a JSON number with all its digits.
   *
   * @param now The moment that the ends of memberships are reckoned from.
   * @returns A new object at each call.
   */
  data(now: Date): Record<string, unknown>;
}

/**
 * What became of a request: `data` is an answer with `Data`, `error` an API
 * error, `fault` a fault that was asked for or drawn, `refused` a wrong path or
 * method, `aborted` a client or a sandbox that went away before the answer.
 */
export type SandboxOutcome = "data" | "error" | "fault" | "refused" | "aborted";

/**
 * One request in the log. It never holds an access token: wherever one stood, in
 * the right field or a wrong one, `***` stands instead. Control characters are
 * replaced too, so that it can be printed.
 */
export interface SandboxLogEntry {
  /** When the request came in. */
  readonly time: Date;
  /** The HTTP method. */
  readonly method: string;
  /** The path of the URL, without the query. */
  readonly path: string;
  /** `DeviceId` as sent, or `null` if it was no string. */
  readonly deviceId: string | null;
  /** `KGCommand` as sent, or `null` if it was no string. */
  readonly kgCommand: string | null;
  /** `RequestId` as sent, or `null` if it was no string. */
  readonly requestId: string | null;
  /** Whether `AccessToken` is the sandbox's, another one, or no string at all. */
  readonly token: "valid" | "unknown" | "missing";
  /** What became of the request. */
  readonly outcome: SandboxOutcome;
  /**
   * `"0"` for data, the code for an error, the name for a fault, the HTTP status
   * for a refusal, `"aborted"` otherwise.
   */
  readonly code: string;
  /** Milliseconds from the request to its answer, without the time that a body takes. */
  readonly durationMs: number;
}
