/** Runs a batch: items in, answers out. */

import {
  type KugouClient,
  KugouError,
  type KugouManyRequest,
  KugouPermissionError,
  type KugouSettled,
  redact,
} from "../../mod.ts";
import { badInput } from "../i18n/bad_input.ts";
import { escapeJson } from "../text/escape.ts";
import { failureAnswer, successAnswer } from "./answer.ts";
import type { Item } from "./fields.ts";
import type { Destination } from "./output.ts";
import type { Rate } from "./rate.ts";
import { isOfShard, type Shard } from "./shard.ts";
import type { Tally } from "./tally.ts";

export interface Batch {
  readonly items: AsyncIterable<Item>;
  readonly shard: Shard;
  readonly destination: Destination;
  readonly client: KugouClient;
  /** The token of lines that bring none, if there is one. */
  readonly token: string | null;
  readonly concurrency: number;
  readonly order: "completion" | "input";
  readonly rate: Rate | null;
  /** Whether the first line that fails is the last to be taken. */
  readonly isFailFast: boolean;
  readonly tally: Tally;
  /** How many lines are under way. */
  readonly underWay: { count: number };
  /** Takes no more lines when it is aborted. */
  readonly stop: AbortController;
}

type Answer = ReturnType<typeof successAnswer | typeof failureAnswer>;

/** What is under way when a batch is stopped has so long to end. */
const GRACE_MS = 10_000;

/** All that was asked and has ended is in the output when it resolves. */
export async function runBatch(batch: Batch): Promise<void> {
  const { client, concurrency, destination, order, stop } = batch;
  const taken = new Map<number, Item>();
  const end = new AbortController();
  const endIfIdle = () => {
    if (stop.signal.aborted && taken.size === 0) end.abort();
  };
  let grace: ReturnType<typeof setTimeout> | undefined;
  const onStop = () => {
    grace = setTimeout(() => end.abort(), GRACE_MS);
    endIfIdle();
  };
  stop.signal.addEventListener("abort", onStop);
  try {
    const many = client.userInfoMany(requestsOf(batch, taken), {
      concurrency,
      order,
      signal: end.signal,
    });
    for await (const settled of many) {
      const item = taken.get(settled.index)!;
      taken.delete(settled.index);
      batch.underWay.count = taken.size;
      await write(item, settled, batch);
      endIfIdle();
    }
  } catch (error) {
    // Not after it was told to end: that is how it ends.
    if (!end.signal.aborted) throw error;
  } finally {
    clearTimeout(grace);
    stop.signal.removeEventListener("abort", onStop);
    // An input that never ends would hold a failure back.
    stop.abort();
    await destination.sink.flush().catch(() => {});
  }
  await destination.complete();
}

/**
 * A line without a request goes the same way as all others, so that order and
 * back-pressure hold for it too: the client refuses an empty request at once.
 */
const NO_REQUEST: KugouManyRequest = { deviceId: "" };

async function* requestsOf(
  { items, shard, destination: { answered }, rate, stop, underWay }: Batch,
  taken: Map<number, Item>,
): AsyncGenerator<KugouManyRequest> {
  let index = 0;
  for await (const item of items) {
    if (stop.signal.aborted) return;
    if (!isOfShard(item.line, shard)) continue;
    const before = answered.get(item.line);
    if (before !== null && before.hash === item.hash) continue;
    if (before?.ok) {
      throw badInput("FILE", ({ batch }) => batch.changed(item.line));
    }
    answered.forget(item.line);
    if (rate !== null && "request" in item) {
      await pause(rate.take(), stop.signal);
      if (stop.signal.aborted) return;
    }
    taken.set(index++, item);
    underWay.count = taken.size;
    yield "request" in item ? item.request : NO_REQUEST;
  }
}

async function write(item: Item, settled: KugouSettled, batch: Batch) {
  const { destination: { sink }, isFailFast, stop, tally } = batch;
  if (settled.status === "fulfilled") {
    tally.ok++;
    const answer = successAnswer(settled.deviceId, settled.value);
    return await sink.add(toJson(answer, item, batch));
  }
  const error = "problem" in item ? item.problem : settled.reason;
  // No line can succeed then; and anything else is a mistake of ours.
  if (error instanceof KugouPermissionError || !(error instanceof KugouError)) {
    throw error;
  }
  tally.fail(error);
  if (isFailFast) stop.abort();
  // A wrong input is not shown: it may be a token in the wrong place.
  const shown = error.kind === "input" ? null : settled.deviceId;
  const answer = failureAnswer(shown, error);
  await sink.add(toJson(answer, item, batch));
}

/** The server may have sent the token back: it does not go on from here. */
function toJson(
  { ok, deviceId, ...rest }: Answer,
  item: Item,
  { token }: Batch,
): string {
  const { line, hash, columns } = item;
  const own = columns && { columns };
  const answer = { line, hash, ok, deviceId, ...own, ...rest };
  const secrets = ["request" in item ? item.request.accessToken : null, token]
    .filter((it) => typeof it === "string");
  const json = escapeJson(answer, false);
  if (redact(json, secrets) === json) return json;
  return escapeJson(redact(JSON.parse(json), secrets), false);
}

async function pause(ms: number, stop: AbortSignal): Promise<void> {
  if (ms <= 0) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    stop.addEventListener("abort", done);
  });
}
