import type { KugouManyRequest, KugouSettled } from "@kugou-iot/client";

export const delay = (ms: number) =>
  new Promise((resolve) => setTimeout(resolve, ms));

export function* requests(count: number): Generator<KugouManyRequest> {
  for (let i = 0; i < count; i++) yield { deviceId: `LAEG4YJE1A/${i}` };
}

export async function collect(
  results: AsyncIterable<KugouSettled>,
): Promise<KugouSettled[]> {
  const list = [];
  for await (const result of results) list.push(result);
  return list;
}
