/**
 * Random faults: as a person writes them, and which request meets which.
 *
 * @module
 */

import {
  isFaultName,
  SANDBOX_FAULTS,
  type SandboxFaultName,
} from "./faults.ts";
import { checkFaults } from "./options.ts";
import type { SandboxFaults } from "./types.ts";

const EXAMPLE = `for example "503:0.1,reset:0.05"`;

/**
 * Reads random faults from a text such as `503:0.1,reset:0.05`.
 *
 * Names and shares are those of the option `faults`. A name alone is always met;
 * `seed:7` sets the seed. White space around words is skipped.
 *
 * @param text The faults, separated by commas.
 * @returns What the option `faults` takes.
 * @throws {RangeError} If the text is empty, a name is unknown or given twice, a
 * share is not from 0 to 1, or the shares are more than 1 together. The message
 * says what was wrong, what is right, and gives an example.
 *
 * @example One in ten is a 503, one in twenty breaks
 * ```ts
 * import { parseFaults } from "@kugou-iot/client/sandbox";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(parseFaults("503:0.1,reset:0.05,seed:7"), {
 *   shares: { "503": 0.1, reset: 0.05 },
 *   seed: 7,
 * });
 * ```
 */
export function parseFaults(text: string): SandboxFaults {
  if (text.trim() === "") refuse("the text is empty, expected names of faults");
  const shares: Record<string, number> = {};
  let seed: number | undefined;
  for (const word of text.split(",").map((word) => word.trim())) {
    const [name = "", value, ...rest] = word.split(":").map((s) => s.trim());
    if (rest.length > 0) refuse(`"${word}" has more than one colon`);
    if (
      Object.hasOwn(shares, name) || (name === "seed" && seed !== undefined)
    ) {
      refuse(`"${name}" is given more than once`);
    }
    if (name === "seed") seed = parseSeed(value);
    else shares[checkName(name)] = parseShare(name, value);
  }
  if (Object.keys(shares).length === 0) refuse("only a seed is given");
  const faults = seed === undefined ? { shares } : { shares, seed };
  checkSum(shares);
  checkFaults(faults);
  return faults;
}

function checkName(name: string): string {
  if (isFaultName(name)) return name;
  const known = SANDBOX_FAULTS.map(({ name }) => name).join(", ");
  return refuse(`no fault is named "${name}", the names are ${known}`);
}

function parseShare(name: string, value: string | undefined): number {
  if (value === undefined) return 1;
  // Number("") is 0, which would switch the fault off in silence.
  const share = value === "" ? NaN : Number(value);
  if (share >= 0 && share <= 1) return share;
  return refuse(
    `the share of "${name}" must be from 0 to 1, current value is "${value}"`,
  );
}

function parseSeed(value: string | undefined): number {
  const seed = /^\d+$/.test(value ?? "") ? Number(value) : NaN;
  if (seed < 2 ** 32) return seed;
  return refuse(
    `the seed must be an integer from 0 to 4294967295, current value is "${
      value ?? ""
    }"`,
  );
}

function checkSum(shares: Readonly<Record<string, number>>): void {
  const sum = Object.values(shares).reduce((a, b) => a + b, 0);
  if (sum > 1 + 1e-9) {
    refuse(`the shares must be at most 1 together, current value is ${sum}`);
  }
}

function refuse(why: string): never {
  throw new RangeError(`Cannot read the faults: ${why}, ${EXAMPLE}`);
}

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
