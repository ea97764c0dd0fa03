/** `batch`: looks many devices up, one for each line of its input. */

import type { Item } from "../../batch/fields.ts";
import { FreshLines } from "../../batch/fresh.ts";
import { Input } from "../../batch/input.ts";
import { type BatchEvent, Intake, UNREACHABLE } from "../../batch/intake.ts";
import { type Reading, readItems, recognize } from "../../batch/items.ts";
import { Outage } from "../../batch/outage.ts";
import { Progress } from "../../batch/progress.ts";
import { Rate } from "../../batch/rate.ts";
import { Refusals } from "../../batch/refusals.ts";
import { runBatch } from "../../batch/run.ts";
import { Tally } from "../../batch/tally.ts";
import { badInput } from "../../i18n/bad_input.ts";
import { type Words, words as wordsOf } from "../../i18n/words.ts";
import { escapeText } from "../../text/escape.ts";
import { openConnection, readTokens } from "./connection.ts";
import { showBatchDryRun } from "./dry_run.ts";
import {
  type BatchEnd,
  batchExitCode,
  openSummary,
  sayEnd,
  summaryOf,
} from "./end.ts";
import { type BatchOptions, readBatchOptions } from "./options.ts";
import { fileUseOf, openDestination, withoutLink } from "./output.ts";
import { operandUsage, PROGRAM } from "../commands.ts";
import type { Context } from "../context.ts";
import { fileError, type FileUse, withFile } from "../files.ts";
import { stopOnSignals } from "../interrupt.ts";
import type { Args } from "../parse.ts";

export async function run(args: Args, context: Context): Promise<number> {
  const options = readBatchOptions(args, context.env);
  if (args.operands.length === 0 && Deno.stdin.isTerminal()) {
    const usage = operandUsage("batch");
    const example = `${PROGRAM} batch devices.ndjson`;
    throw badInput("FILE", ({ input }) => input.operandMissing(usage, example));
  }
  const use: FileUse = {
    field: "FILE",
    path: options.input === "-" ? "stdin" : options.input,
    access: ["read"],
  };
  await using input = await withFile(use, () => openInput(options.input));
  const reading = await withFile(use, () => recognize(input, options.format));
  const stop = new AbortController();
  const items = withFileItems(
    use,
    readItems(input, reading, stop.signal, options.columns),
  );
  if (!options.isDryRun) {
    return await ask(args, context, options, input, reading, items, stop);
  }
  const { length } = await readTokens(args, context);
  return await showBatchDryRun(items, reading, options, length > 0, context);
}

async function ask(
  args: Args,
  context: Context,
  options: BatchOptions,
  input: Input,
  { encoding }: Reading,
  items: AsyncIterable<Item>,
  stop: AbortController,
): Promise<number> {
  await using connection = await openConnection(args, context);
  const { index, of } = options.shard;
  const header = {
    input: input.name,
    shard: `${index}/${of}`,
    endpoint: connection.name,
  };
  const output = await withoutLink(options.output);
  const use = fileUseOf(output);
  await using destination = await withFile(
    use,
    () => openDestination(output, header),
  );
  using summary = await openSummary(options.summary);

  const { batch: words } = wordsOf(context.language);
  const say = (text: string) => {
    if (!options.isQuiet) context.err.line(text);
  };
  const { answered } = destination;
  if (encoding !== "utf-8") say(words.readAs(encoding));
  if (answered.ok + answered.failed > 0 && "path" in output) {
    say(words.already(output.path, answered.ok, answered.failed));
  }
  const tally = new Tally();
  const { concurrency, limit, shard } = options;
  const refusals = options.isKeptGoing ? null : new Refusals();
  const fresh = new FreshLines({ items, shard, answered, limit, refusals });
  const intake = new Intake({
    fresh,
    order: options.isOrdered ? "input" : "completion",
    concurrency,
    rate: options.perSecond === null ? null : new Rate(options.perSecond),
    outage: new Outage(options.maxOutageMs, concurrency),
    refusals,
    stop,
    onEvent(event) {
      progress?.clear();
      say(eventText(event, options, words));
    },
  });
  const facts = {
    tally,
    underWay: intake,
    position: () => input.position,
    // With --limit the end of the input says nothing of the end.
    size: limit === Infinity ? input.size : null,
  };
  using progress = options.isQuiet
    ? null
    : new Progress(facts, context.err, words);
  using signals = stopOnSignals(stop, () => {
    progress?.clear();
    say(words.stopping);
  });
  const [startedAt, began] = [new Date(), performance.now()];
  let isReaderGone = false;
  try {
    await runBatch({
      intake,
      destination,
      client: connection.client,
      tokens: connection.tokens,
      concurrency,
      isFailFast: options.isFailFast,
      tally,
      stop,
    });
  } catch (error) {
    isReaderGone = error instanceof Deno.errors.BrokenPipe;
    if (!isReaderGone) throw fileError(use, error) ?? error;
  }
  progress?.clear();
  const end: BatchEnd = {
    output,
    answered,
    tally,
    leftOut: fresh.leftOut,
    orphans: fresh.orphans,
    seconds: (performance.now() - began) / 1000,
    signal: signals.signal,
    isUnreachable: stop.signal.reason === UNREACHABLE,
    isReaderGone,
  };
  await summary?.write(summaryOf(end, header, startedAt));
  if (isReaderGone) return batchExitCode(end);
  if (end.isUnreachable) say(words.gaveUp(options.maxOutageMs / 1000));
  sayEnd(end, context, say);
  return batchExitCode(end);
}

function openInput(path: string): Input | Promise<Input> {
  return path === "-" ? new Input(Deno.stdin.readable) : Input.open(path);
}

function eventText(
  event: BatchEvent,
  { maxOutageMs }: BatchOptions,
  words: Words["batch"],
): string {
  switch (event.kind) {
    case "unreachable":
      return words.unreachable(errorText(event.error), maxOutageMs / 1000);
    case "reachable":
      return words.reachable(event.ms / 1000);
    case "refused":
      return words.refused(event.line);
  }
}

function errorText(error: unknown): string {
  return error instanceof Error ? escapeText(error.message) : "";
}

/** What the system says against the input is told of the input. */
async function* withFileItems<T>(use: FileUse, items: AsyncIterable<T>) {
  try {
    yield* items;
  } catch (error) {
    throw fileError(use, error) ?? error;
  }
}
