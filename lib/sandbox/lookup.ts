/**
 * From the body of a request to its answer: what a device id asks for.
 *
 * @module
 */

import { type Answer, apiError, type ErrorAnswer } from "./answer.ts";
import { SANDBOX_PRODUCT } from "./device.ts";
import { SANDBOX_DEVICES } from "./devices.ts";
import { isFaultName, type SandboxFaultName } from "./faults.ts";
import type { SandboxDevice } from "./types.ts";
import { validate, type WireBody } from "./wire_request.ts";

/** An answer, and the fault that was asked for with it, if any. */
export interface Finding {
  readonly answer: Answer;
  readonly fault: SandboxFaultName | null;
}

/**
 * Makes a function that looks up what a body asks for. It remembers how often
 * each device id that ends in `@<n>` was asked for.
 */
export function createLookup(
  accessToken: string,
): (body: WireBody, now: Date) => Finding {
  const counts = new Map<string, number>();

  return (body, now) => {
    const checked = validate(body, accessToken);
    if ("kind" in checked) return { answer: checked, fault: null };
    const target = targetOf(checked.deviceId);
    if (target.kind === "device") return found(now, target.device);
    if (!isDue(checked.deviceId, target.times)) return found(now);
    return target.kind === "error"
      ? { answer: target.error, fault: null }
      : { ...found(now), fault: target.fault };
  };

  /** Counts the request, and tells whether it is among the first `times`. */
  function isDue(deviceId: string, times: number): boolean {
    if (times === Infinity) return true;
    const count = (counts.get(deviceId) ?? 0) + 1;
    counts.set(deviceId, count);
    return count <= times;
  }
}

/** What the sandbox answers for a device, by default for the first one. */
function found(
  now: Date,
  device: SandboxDevice | undefined = SANDBOX_DEVICES[0],
): Finding {
  const data = device?.data(now) ?? {};
  return { answer: { kind: "data", data }, fault: null };
}

/** The product whose devices answer the error code that they are named for. */
const ERROR_PRODUCT = "SANDBOXERR";
/** The product whose devices make the fault that they are named for. */
const FAULT_PRODUCT = "SANDBOXFLT";

/**
 * A device, an error, or a fault; the latter two for the first `times` requests,
 * which is `Infinity` unless the device name ends in `@<n>`.
 */
export type Target =
  | { readonly kind: "device"; readonly device: SandboxDevice }
  | {
    readonly kind: "error";
    readonly error: ErrorAnswer;
    readonly times: number;
  }
  | {
    readonly kind: "fault";
    readonly fault: SandboxFaultName;
    readonly times: number;
  };

/** Reads a device id that has exactly one slash. */
export function targetOf(deviceId: string): Target {
  const [product = "", name = ""] = deviceId.split("/");
  switch (product) {
    case SANDBOX_PRODUCT:
      return deviceTarget(name);
    case ERROR_PRODUCT: {
      const { word, times } = readTimes(name);
      return { kind: "error", error: apiError(word), times };
    }
    case FAULT_PRODUCT:
      return faultTarget(name);
    default:
      return always(
        "ResourceNotFound.StudioProductNotExist",
        `The product "${product}" does not exist in the sandbox, it has ${SANDBOX_PRODUCT}, ${ERROR_PRODUCT} and ${FAULT_PRODUCT}`,
      );
  }
}

function deviceTarget(name: string): Target {
  const device = SANDBOX_DEVICES.find((device) => device.name === name);
  return device ? { kind: "device", device } : always(
    "ResourceNotFound.DeviceNotExist",
    `The device "${name}" does not exist in the sandbox`,
  );
}

function faultTarget(name: string): Target {
  const { word, times } = readTimes(name);
  return isFaultName(word) ? { kind: "fault", fault: word, times } : always(
    "ResourceNotFound.DeviceNotExist",
    `The sandbox has no fault named "${word}"`,
  );
}

/** `LimitExceeded@2` → `LimitExceeded`, twice. */
function readTimes(name: string): { word: string; times: number } {
  const [, word = name, times = "Infinity"] = /^(.+)@(\d+)$/.exec(name) ?? [];
  return { word, times: Number(times) };
}

function always(code: string, message: string): Target {
  return { kind: "error", error: apiError(code, message), times: Infinity };
}
