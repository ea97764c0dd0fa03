/**
 * A stable part of the input: which lines are this process's own.
 *
 * @module
 */

import { Refusal } from "./refusal.ts";

/** One of `of` parts: the lines whose number leaves `index` when divided. */
export interface Shard {
  /** Which part, from 0. */
  readonly index: number;
  /** How many parts there are. */
  readonly of: number;
}

/** The whole input. */
export const WHOLE: Shard = { index: 0, of: 1 };

/** More parts than this are a slip of the keyboard. */
const MAX_SHARDS = 100_000;

/**
 * Parses a shard such as `0/4`, the first of four.
 *
 * @param text The index from 0, a slash, the number of shards.
 * @returns The shard.
 * @throws {Refusal} If it is no such text.
 */
export function parseShard(text: string): Shard {
  const [, index, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  return checkShard(Number(index ?? NaN), Number(of ?? NaN), text);
}

/**
 * Checks the two numbers of a shard.
 *
 * @param index Which part, from 0.
 * @param of How many parts there are.
 * @param shown What the message shows as the current value.
 * @returns The shard.
 * @throws {Refusal} If there can be no such part.
 */
export function checkShard(
  index: number,
  of: number,
  shown: string = `${index}/${of}`,
): Shard {
  const isShard = Number.isInteger(index) && Number.isInteger(of) &&
    index >= 0 && index < of && of <= MAX_SHARDS;
  if (isShard) return { index, of };
  throw new Refusal("--shard", {
    en: {
      reason: `it is ${shown}`,
      expected: "I/N, with I from 0 to N-1, such as 0/4",
    },
    zh: {
      reason: `当前值为 ${shown}`,
      expected: "I/N，I 从 0 到 N-1，例如 0/4",
    },
  });
}

/**
 * Says whether a line is of a shard.
 *
 * @param line Its number, from 1.
 * @param shard The shard.
 * @returns Whether it is.
 */
export function isOfShard(line: number, { index, of }: Shard): boolean {
  return line % of === index;
}
