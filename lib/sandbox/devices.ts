/**
 * All devices of the sandbox.
 *
 * @module
 */

import { MEMBERSHIP_DEVICES } from "./devices_membership.ts";
import { SHAPE_DEVICES } from "./devices_shape.ts";
import { TEXT_DEVICES } from "./devices_text.ts";
import type { SandboxDevice } from "./types.ts";

/**
 * The devices that the sandbox answers for: every state of a membership, and
 * every odd `Data` that a client must survive. The first is `LAEG4YJE1A/dev01`,
 * the device of Tencent Cloud's document, whose user is an active VIP.
 *
 * @example Find a device by what it shows
 * ```ts
 * import { SANDBOX_DEVICES } from "@kugou-iot/client/sandbox";
 * import { assertEquals } from "@std/assert";
 *
 * const device = SANDBOX_DEVICES.find(({ name }) => name === "vip-soon");
 * assertEquals(device?.id, "LAEG4YJE1A/vip-soon");
 * assertEquals(
 *   device?.data(new Date("2026-01-01T00:00:00Z")).vip_end_time,
 *   "2026-01-04 08:00:00",
 * );
 * ```
 */
export const SANDBOX_DEVICES: readonly SandboxDevice[] = [
  ...MEMBERSHIP_DEVICES,
  ...SHAPE_DEVICES,
  ...TEXT_DEVICES,
];
