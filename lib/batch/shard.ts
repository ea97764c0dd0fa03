import { badInput } from "../i18n/bad_input.ts";

/** One of `of` parts: the lines whose number leaves `index` when divided. */
export interface Shard {
  /** Which part, from 0. */
  readonly index: number;
  /** How many parts there are. */
  readonly of: number;
}

export const WHOLE: Shard = { index: 0, of: 1 };

/** More parts than this are a slip of the keyboard. */
export const MAX_SHARDS = 100_000;

/** Parses a shard such as `0/4`, the first of four. */
export function parseShard(text: string, field: string): Shard {
  const [, first = "", last = ""] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const [index, of] = [Number(first), Number(last)];
  if (first !== "" && index < of && of <= MAX_SHARDS) return { index, of };
  throw badInput(field, ({ batch }) => batch.notAShard(text));
}

export function isOfShard(line: number, { index, of }: Shard): boolean {
  return line % of === index;
}
