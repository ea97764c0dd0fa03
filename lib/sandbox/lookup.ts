import { ApiError } from "./answer.ts";
import {
  SANDBOX_DEVICES,
  SANDBOX_PRODUCT,
  type SandboxDevice,
} from "./devices.ts";
import { isFaultName, type SandboxFaultName } from "./faults.ts";

/** What a device id asks for: a device, and the fault to meet on the way. */
export interface Finding {
  readonly device: SandboxDevice;
  readonly fault: SandboxFaultName | null;
}

/** The product whose devices answer the error code that they are named for. */
const ERROR_PRODUCT = "SANDBOXERR";
/** The product whose devices make the fault that they are named for. */
const FAULT_PRODUCT = "SANDBOXFLT";

/**
 * Makes the function that finds what a device id asks for, or throws the
 * {@linkcode ApiError} that it asks for. It counts the requests for each id that
 * ends in `@<n>`.
 */
export function createLookup(): (deviceId: string) => Finding {
  const counts = new Map<string, number>();

  return (deviceId) => {
    const [product, name = ""] = deviceId.split("/");
    if (product === SANDBOX_PRODUCT) {
      return { device: findDevice(name), fault: null };
    }
    const { word, times } = readTimes(name);
    if (product === ERROR_PRODUCT) {
      if (isDue(deviceId, times)) throw new ApiError(word);
      return sound();
    }
    if (product === FAULT_PRODUCT) {
      if (!isFaultName(word)) {
        throw noDevice(`The sandbox has no fault named "${word}"`);
      }
      return isDue(deviceId, times) ? { ...sound(), fault: word } : sound();
    }
    throw new ApiError(
      "ResourceNotFound.StudioProductNotExist",
      `The product "${product}" does not exist in the sandbox, it has ${SANDBOX_PRODUCT}, ${ERROR_PRODUCT} and ${FAULT_PRODUCT}`,
    );
  };

  /** Counts the request, and tells whether it is among the first `times`. */
  function isDue(deviceId: string, times: number): boolean {
    if (times === Infinity) return true;
    const count = (counts.get(deviceId) ?? 0) + 1;
    counts.set(deviceId, count);
    return count <= times;
  }
}

function sound(): Finding {
  return { device: findDevice("dev01"), fault: null };
}

function findDevice(name: string): SandboxDevice {
  const device = SANDBOX_DEVICES.find((device) => device.name === name);
  if (device) return device;
  throw noDevice(`The device "${name}" does not exist in the sandbox`);
}

function noDevice(message: string): ApiError {
  return new ApiError("ResourceNotFound.DeviceNotExist", message);
}

/** `LimitExceeded@2` → `LimitExceeded`, twice. */
function readTimes(name: string): { word: string; times: number } {
  const [, word = name, times = "Infinity"] = /^(.+)@(\d+)$/.exec(name) ?? [];
  return { word, times: Number(times) };
}
