/**
 * Draws which request meets which random fault.
 *
 * @module
 */

import { SANDBOX_FAULTS, type SandboxFaultName } from "./faults.ts";
import type { SandboxFaults } from "./types.ts";

/**
 * Makes a function that draws the fault of the next request, or `null` for none.
 * One number is drawn for each request, whatever the shares: more shares do not
 * move the faults of the others.
 */
export function createFaultDraw(
  faults: SandboxFaults | undefined,
): () => SandboxFaultName | null {
  if (!faults) return () => null;
  const random = mulberry32(faults.seed ?? 1);
  return () => faultAt(faults.shares, random());
}

/** The fault whose part of the row from 0 to 1 holds the point. */
function faultAt(
  shares: SandboxFaults["shares"],
  point: number,
): SandboxFaultName | null {
  let end = 0;
  for (const { name } of SANDBOX_FAULTS) {
    end += shares[name] ?? 0;
    if (point < end) return name;
  }
  return null;
}

/** Small, seeded and even enough; `Math.random` cannot be seeded. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
