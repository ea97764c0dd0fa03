/**
 * From the body of a request to its answer.
 *
 * @module
 */

import type { Answer } from "./answer.ts";
import type { SandboxFaultName } from "./faults.ts";
import { SANDBOX_DEVICES } from "./devices.ts";
import { targetOf } from "./target.ts";
import type { SandboxDevice } from "./types.ts";
import { validate } from "./validate.ts";
import type { WireBody } from "./wire_request.ts";

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
