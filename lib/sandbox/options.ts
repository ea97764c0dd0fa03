/**
 * The options of a sandbox, checked and with their defaults.
 *
 * @module
 */

import { isFaultName } from "./faults.ts";
import type { SandboxFaults, SandboxOptions } from "./types.ts";

/**
 * The access token of a sandbox that was given none: a fixed sample value, so
 * that a command can be copied from the documents.
 *
 * @example Send the token that every sandbox knows
 * ```ts
 * import { SANDBOX_ACCESS_TOKEN, startSandbox } from "@kugou-iot/client/sandbox";
 * import { assertEquals } from "@std/assert";
 *
 * await using sandbox = startSandbox();
 * assertEquals(sandbox.accessToken, SANDBOX_ACCESS_TOKEN);
 * ```
 */
export const SANDBOX_ACCESS_TOKEN: string =
  "sandbox-0123456789abcdef0123456789abcdef";

/** The options that every request needs, none of them missing. */
export type SandboxSettings = Required<
  Pick<
    SandboxOptions,
    "envelope" | "latencyMs" | "slowMs" | "retryAfterSeconds" | "accessToken"
  >
>;

/** The longest wait that a timer of JavaScript can hold, some 24 days. */
const MAX_MS = 2 ** 31 - 1;

/** Fills in the defaults, or throws a `RangeError` that names the option. */
export function readOptions(options: SandboxOptions): SandboxSettings {
  const settings: SandboxSettings = {
    envelope: options.envelope ?? "response",
    latencyMs: options.latencyMs ?? 0,
    slowMs: options.slowMs ?? 30_000,
    retryAfterSeconds: options.retryAfterSeconds ?? 1,
    accessToken: options.accessToken ?? SANDBOX_ACCESS_TOKEN,
  };
  checkMilliseconds("latencyMs", settings.latencyMs);
  checkMilliseconds("slowMs", settings.slowMs);
  checkInteger("retryAfterSeconds", settings.retryAfterSeconds, MAX_MS);
  if (!["response", "gateway"].includes(settings.envelope)) {
    refuse("envelope", `"response" or "gateway"`, settings.envelope);
  }
  if (typeof settings.accessToken !== "string" || settings.accessToken === "") {
    // Not shown: it may be a real one of the wrong type.
    throw new RangeError(
      "Cannot start the sandbox: accessToken must be a string that is not empty",
    );
  }
  if (options.faults) checkFaults(options.faults);
  return settings;
}

/** Throws a `RangeError` unless the port can be listened on. */
export function checkPort(port: number): void {
  checkInteger("port", port, 65_535);
}

/** Throws a `RangeError` unless all shares are shares and fit into one whole. */
export function checkFaults({ shares, seed = 1 }: SandboxFaults): void {
  let sum = 0;
  for (const [name, share] of Object.entries(shares)) {
    if (!isFaultName(name)) refuse("faults.shares", "names of faults", name);
    if (!(share >= 0 && share <= 1)) {
      refuse(`faults.shares["${name}"]`, "from 0 to 1", share);
    }
    sum += share;
  }
  // Ten times 0.1 is a little more than 1.
  if (sum > 1 + 1e-9) refuse("the sum of faults.shares", "at most 1", sum);
  checkInteger("faults.seed", seed, 2 ** 32 - 1);
}

function checkMilliseconds(name: string, value: number): void {
  if (!(value >= 0 && value <= MAX_MS)) {
    refuse(name, `from 0 to ${MAX_MS} milliseconds`, value);
  }
}

function checkInteger(name: string, value: number, max: number): void {
  if (!(Number.isInteger(value) && value >= 0 && value <= max)) {
    refuse(name, `an integer from 0 to ${max}`, value);
  }
}

function refuse(name: string, right: string, value: unknown): never {
  const shown = typeof value === "string" ? JSON.stringify(value) : value;
  throw new RangeError(
    `Cannot start the sandbox: ${name} must be ${right}, current value is ${shown}`,
  );
}
