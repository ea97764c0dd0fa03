import type { FileFacts } from "./answers.ts";

/** Shards of an input that no file holds. */
export interface MissingShards {
  readonly input: string;
  readonly count: number;
  /** The first of them, such as `3/4`. */
  readonly shards: readonly string[];
}

/** So many missing shards are named. */
const NAMED = 10;

export function missingShards(files: readonly FileFacts[]): MissingShards[] {
  const found = new Map<string, Set<string>>();
  for (const { endpoint, input, shard } of files.flatMap((it) => it.headers)) {
    const key = JSON.stringify([input, endpoint, shard.split("/")[1]]);
    found.set(key, (found.get(key) ?? new Set()).add(shard));
  }
  return [...found].flatMap(([key, shards]) => {
    const [input, , of] = JSON.parse(key) as [string, string, string];
    const missing = Array.from({ length: Number(of) }, (_, i) => `${i}/${of}`)
      .filter((shard) => !shards.has(shard));
    const count = missing.length;
    return count === 0
      ? []
      : [{ input, count, shards: missing.slice(0, NAMED) }];
  });
}
