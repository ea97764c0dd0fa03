/**
 * A batch from its input to its output.
 *
 * @module
 */

import type { KugouClient } from "../../../mod.ts";
import type { Destination } from "./destination.ts";
import type { Format } from "./format.ts";
import type { Input } from "./input.ts";
import { formatAnswer, type LineAnswer, toLineAnswer } from "./line_answer.ts";
import type { Rate } from "./rate.ts";
import { readItems } from "./read_items.ts";
import { isOfShard, type Shard } from "./shard.ts";
import type { Tally } from "./tally.ts";
import { type SettledLine, workOn } from "./work.ts";

/** All that a batch needs. */
export interface Batch {
  readonly input: Input;
  readonly format: Format;
  readonly shard: Shard;
  readonly destination: Destination;
  readonly client: KugouClient;
  /** The token of lines that bring none, `""` if there is none. */
  readonly token: string;
  readonly concurrency: number;
  readonly isOrdered: boolean;
  readonly rate: Rate | null;
  /** Whether the first line that fails is the last to be taken. */
  readonly isFailFast: boolean;
  readonly tally: Tally;
  /** Takes no more lines when it is aborted. */
  readonly stop: AbortController;
}

/**
 * Runs a batch: all lines that were taken are in the output when it resolves,
 * also when it was stopped.
 *
 * @param batch All that it needs.
 * @returns A promise that resolves when the output is complete.
 */
export async function runBatch(batch: Batch): Promise<void> {
  const { input, format, shard, destination, stop } = batch;
  const isWanted = (line: number) =>
    isOfShard(line, shard) && destination.isWanted(line);
  const chunks = input.source.chunks(stop.signal);
  try {
    await workOn({
      items: readItems(chunks, format, isWanted),
      client: batch.client,
      concurrency: batch.concurrency,
      order: batch.isOrdered ? "input" : "completion",
      rate: batch.rate,
      stop: stop.signal,
      onSettled: (settled) => write(settled, batch),
    });
    await destination.complete();
  } catch (error) {
    // Or an input that never ends would hold back the failure.
    stop.abort();
    // What is known already is not asked again; and this failure comes first.
    await destination.sink.flush().catch(() => {});
    throw error;
  }
}

function write(
  { line, settled, problem, token }: SettledLine,
  { destination, tally, isFailFast, stop, token: ownToken }: Batch,
): Promise<void> | undefined {
  if (settled.status === "fulfilled") {
    tally.succeed();
  } else {
    tally.fail(problem ?? settled.reason);
    if (isFailFast) stop.abort();
  }
  const add = (answer: LineAnswer) => {
    const json = formatAnswer(answer, token ?? ownToken);
    destination.onWritten?.(line);
    return destination.sink.add(json);
  };
  const answer = toLineAnswer(line, settled, problem);
  return answer instanceof Promise ? answer.then(add) : add(answer);
}
