import { KugouInputError } from "../../mod.ts";
import {
  isFaultName,
  SANDBOX_FAULTS,
  type SandboxFaultName,
} from "./faults.ts";

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

/**
 * Reads random faults from a text such as `503:0.1,reset:0.05`.
 *
 * Names and shares are those of the option `faults`. A name alone is always met;
 * `seed:7` sets the seed. White space around words is skipped.
 *
 * @param text The faults, separated by commas.
 * @returns What the option `faults` takes.
 * @throws {KugouInputError} If the text is empty, a name is unknown or given
 * twice, a share is not from 0 to 1, or the shares are more than 1 together.
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
  const numbers = new Map<string, number>();
  for (const part of text.split(",")) {
    const [name = "", value, ...rest] = part.split(":").map((s) => s.trim());
    if (rest.length > 0) {
      throw wrong(`"${part.trim()}" has more than one colon`, "冒号多于一个");
    }
    if (numbers.has(name)) {
      throw wrong(`"${name}" is given more than once`, `"${name}" 重复`);
    }
    const isAlone = value === undefined && name !== "seed";
    // Number("") is 0, which would switch the fault off in silence.
    numbers.set(name, isAlone ? 1 : value ? Number(value) : NaN);
  }
  const seed = numbers.get("seed");
  numbers.delete("seed");
  if (numbers.size === 0) throw wrong("it names no fault", "未指定故障");
  const shares = Object.fromEntries(numbers);
  const faults = seed === undefined ? { shares } : { shares, seed };
  checkFaults(faults);
  return faults;
}

/** Throws unless all names are known and all shares fit into one whole. */
export function checkFaults({ shares, seed = 1 }: SandboxFaults): void {
  let sum = 0;
  for (const [name, share] of Object.entries(shares)) {
    if (!isFaultName(name)) {
      const names = SANDBOX_FAULTS.map(({ name }) => name).join(", ");
      throw wrong(
        `no fault is named "${name}", the names are ${names}`,
        `没有名为 "${name}" 的故障，可用名称：${names}`,
      );
    }
    if (!(share >= 0 && share <= 1)) {
      throw wrong(
        `the share of ${name} is ${share}`,
        `${name} 的占比为 ${share}`,
      );
    }
    sum += share;
  }
  // Ten times 0.1 is a little more than 1.
  if (sum > 1 + 1e-9) {
    throw wrong(`the shares add up to ${sum}`, `占比之和为 ${sum}`);
  }
  if (!(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)) {
    throw wrong(
      `the seed is ${seed}, no integer from 0 to 4294967295`,
      `种子为 ${seed}，不是 0 到 4294967295 的整数`,
    );
  }
}

function wrong(en: string, zh: string): KugouInputError {
  return new KugouInputError("faults", {
    reason: { en, zh },
    expected: {
      en: "names of faults with shares from 0 to 1, at most 1 together",
      zh: "故障名称及其占比（0 到 1，总和不超过 1）",
    },
    example: "503:0.1,reset:0.05",
  });
}

/**
 * Makes the function that draws the fault of the next request, or `null`. It
 * draws one number for each request, so that more shares do not move the faults
 * of the others.
 */
export function createFaultDraw(
  faults: SandboxFaults | undefined,
): () => SandboxFaultName | null {
  if (!faults) return () => null;
  const { shares, seed = 1 } = faults;
  const random = mulberry32(seed);
  return () => {
    let rest = random();
    for (const { name } of SANDBOX_FAULTS) {
      rest -= shares[name] ?? 0;
      if (rest < 0) return name;
    }
    return null;
  };
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
