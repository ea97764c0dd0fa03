/** Runs a batch: items in, answers out. */

import {
  type KugouClient,
  KugouError,
  KugouPermissionError,
  redact,
} from "../../mod.ts";
import { escapeJson } from "../text/escape.ts";
import { failureAnswer, successAnswer } from "./answer.ts";
import type { Item } from "./fields.ts";
import type { Ended, Intake } from "./intake.ts";
import type { Destination } from "./output.ts";
import type { Tally } from "./tally.ts";

export interface Batch {
  readonly intake: Intake;
  readonly destination: Destination;
  readonly client: KugouClient;
  /** The tokens of lines that bring none, the one after the other. */
  readonly tokens: readonly string[];
  readonly concurrency: number;
  /** Whether the first line that fails is the last to be taken. */
  readonly isFailFast: boolean;
  readonly tally: Tally;
  /** Takes no more lines when it is aborted. */
  readonly stop: AbortController;
}

type Answer = ReturnType<typeof successAnswer | typeof failureAnswer>;

/** What is under way when a batch is stopped has so long to end. */
const GRACE_MS = 10_000;

/** All that was asked and has ended is in the output when it resolves. */
export async function runBatch(batch: Batch): Promise<void> {
  const { client, concurrency, destination, intake, stop } = batch;
  const { sink } = destination;
  const end = new AbortController();
  const endIfIdle = () => {
    if (stop.signal.aborted && intake.count === 0) end.abort();
  };
  let grace: ReturnType<typeof setTimeout> | undefined;
  const onStop = () => {
    grace = setTimeout(() => end.abort(), GRACE_MS);
    endIfIdle();
  };
  stop.signal.addEventListener("abort", onStop);
  try {
    const many = client.userInfoMany(intake.requests(), {
      concurrency,
      signal: end.signal,
    });
    for await (const settled of many) {
      for (const ended of intake.settle(settled)) {
        await sink.add(answerOf(ended, batch));
      }
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
    await sink.flush().catch(() => {});
  }
  for (const ended of intake.rest()) await sink.add(answerOf(ended, batch));
  await destination.complete();
}

function answerOf({ item, settled }: Ended, batch: Batch): string {
  const { isFailFast, stop, tally } = batch;
  if (settled.status === "fulfilled") {
    tally.ok++;
    const answer = successAnswer(settled.deviceId, settled.value);
    return toJson(answer, item, batch);
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
  return toJson(failureAnswer(shown, error), item, batch);
}

/** The server may have sent the token back: it does not go on from here. */
function toJson(
  { ok, deviceId, ...rest }: Answer,
  item: Item,
  { tokens }: Batch,
): string {
  const { line, hash, columns } = item;
  const answer = {
    ...{ line, hash, ok, deviceId },
    ...columns && { columns },
    ...rest,
  };
  const own = "request" in item ? item.request.accessToken : undefined;
  const secrets = typeof own === "string" ? [own, ...tokens] : tokens;
  const json = escapeJson(answer, false);
  if (redact(json, secrets) === json) return json;
  return escapeJson(redact(JSON.parse(json), secrets), false);
}
