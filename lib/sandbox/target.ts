/**
 * What a device id asks the sandbox for.
 *
 * @module
 */

import { apiError, type ErrorAnswer } from "./answer.ts";
import { SANDBOX_PRODUCT } from "./device.ts";
import { SANDBOX_DEVICES } from "./devices.ts";
import { isFaultName, type SandboxFaultName } from "./faults.ts";
import type { SandboxDevice } from "./types.ts";

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
