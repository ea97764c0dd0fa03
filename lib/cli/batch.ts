/** `batch`: looks many devices up, one for each line of its input. */

import { checkAccessToken, KUGOU_ENDPOINT, KugouClient } from "../../mod.ts";
import { Input } from "../batch/input.ts";
import { readItems, recognize } from "../batch/items.ts";
import {
  type Destination,
  temporaryOf,
  toNewFile,
  toResumedFile,
  toRetriedFile,
  toStdout,
} from "../batch/output.ts";
import type { Header } from "../batch/output_scan.ts";
import { Progress } from "../batch/progress.ts";
import { Rate } from "../batch/rate.ts";
import { runBatch } from "../batch/run.ts";
import { Tally } from "../batch/tally.ts";
import { badInput } from "../i18n/bad_input.ts";
import { words as wordsOf } from "../i18n/words.ts";
import { quoteWord } from "../text/shell.ts";
import {
  type BatchOptions,
  type OutputOptions,
  readBatchOptions,
} from "./batch_options.ts";
import { operandUsage, PROGRAM } from "./commands.ts";
import { reaching, readConnection } from "./connection.ts";
import type { Context } from "./context.ts";
import { EXIT_CODES, exitCodeOf } from "./exit_codes.ts";
import { fileError, type FileUse, withFile } from "./files.ts";
import { stopOnSignals } from "./interrupt.ts";
import type { Args } from "./parse.ts";
import { openSampleServer } from "./sandbox.ts";
import { findToken } from "./token.ts";

export async function run(args: Args, context: Context): Promise<number> {
  const options = await withoutLink(readBatchOptions(args, context.env));
  if (args.operands.length === 0 && Deno.stdin.isTerminal()) {
    const usage = operandUsage("batch");
    const example = `${PROGRAM} batch devices.ndjson`;
    throw badInput("FILE", ({ input }) => input.operandMissing(usage, example));
  }
  const inputUse: FileUse = {
    field: "FILE",
    path: options.input === "-" ? "stdin" : options.input,
    access: ["read"],
  };
  await using input = await withFile(
    inputUse,
    () =>
      options.input === "-"
        ? new Input(Deno.stdin.readable)
        : Input.open(options.input),
  );
  const reading = await withFile(
    inputUse,
    () => recognize(input, options.format),
  );
  await using connection = await openConnection(args, context);
  const outputUse = fileUseOf(options.output);
  await using destination = await withFile(
    outputUse,
    () =>
      openDestination(options.output, {
        input: input.name,
        shard: `${options.shard.index}/${options.shard.of}`,
        endpoint: connection.name,
      }),
  );

  const { batch: words } = wordsOf(context.language);
  const say = (text: string) => {
    if (!options.isQuiet) context.err.line(text);
  };
  if (reading.encoding !== "utf-8") say(words.readAs(reading.encoding));
  const { answered } = destination;
  if (answered.ok + answered.failed > 0 && "path" in options.output) {
    say(words.already(options.output.path, answered.ok, answered.failed));
  }
  const tally = new Tally();
  const underWay = { count: 0 };
  const stop = new AbortController();
  const facts = {
    tally,
    underWay,
    position: () => input.position,
    size: input.size,
  };
  using progress = options.isQuiet
    ? null
    : new Progress(facts, context.err, words);
  using signals = stopOnSignals(stop, () => {
    progress?.clear();
    say(words.stopping);
  });
  const began = performance.now();
  try {
    await runBatch({
      items: withFileItems(
        inputUse,
        readItems(input, reading, stop.signal, options.columns),
      ),
      shard: options.shard,
      destination,
      client: connection.client,
      token: connection.token,
      concurrency: options.concurrency,
      order: options.isOrdered ? "input" : "completion",
      rate: options.perSecond === null ? null : new Rate(options.perSecond),
      isFailFast: options.isFailFast,
      tally,
      underWay,
      stop,
    });
  } catch (error) {
    // A reader that has seen enough is no failure.
    if (!(error instanceof Deno.errors.BrokenPipe)) {
      throw fileError(outputUse, error) ?? error;
    }
    const { signal } = signals;
    return signal === null
      ? EXIT_CODES.found
      : exitCodeOf({ kind: "interrupted", signal });
  }
  progress?.clear();
  sayEnd(say, (performance.now() - began) / 1000, {
    options,
    tally,
    destination,
    context,
    isStopped: signals.signal !== null,
  });
  if (signals.signal !== null) {
    return exitCodeOf({ kind: "interrupted", signal: signals.signal });
  }
  const failed = answered.failed + tally.failures;
  return failed > 0 ? EXIT_CODES.someFailed : EXIT_CODES.found;
}

/** A file that is made anew would take the place of a link to it. */
async function withoutLink(options: BatchOptions): Promise<BatchOptions> {
  const { output } = options;
  if (output.mode !== "retry") return options;
  const { path } = output;
  const use: FileUse = { field: "--retry-failed", path, access: ["read"] };
  return await withFile(use, async () => {
    const { isSymlink } = await Deno.lstat(path);
    if (!isSymlink) return options;
    return {
      ...options,
      output: { ...output, path: await Deno.realPath(path) },
    };
  });
}

interface End {
  readonly options: BatchOptions;
  readonly tally: Tally;
  readonly destination: Destination;
  readonly context: Context;
  readonly isStopped: boolean;
}

function sayEnd(
  say: (text: string) => void,
  seconds: number,
  { options: { output }, tally, destination: { answered }, context, isStopped }:
    End,
): void {
  const { batch: words } = wordsOf(context.language);
  const counts = words.counts(tally.done, tally.ok, tally.failed);
  const rate = words.rate(tally.done / Math.max(seconds, 0.001));
  say(words.summary(counts, seconds, rate));
  if (answered.ok + answered.failed > 0 && "path" in output) {
    const { ok, failed } = answered;
    say(words.whole(output.path, ok + tally.ok, failed + tally.failures));
  }
  if (!isStopped) return;
  say(
    output.mode === "stdout"
      ? words.noResume
      : words.resume(resumeCommand(context.words)),
  );
}

/** The command line that goes on where this one stopped. */
function resumeCommand(words: readonly string[]): string {
  const isThere = words.some((word) =>
    /^--(?:resume$|retry-failed\b)/.test(word)
  );
  return [PROGRAM, ...words, ...isThere ? [] : ["--resume"]]
    .map(quoteWord).join(" ");
}

function fileUseOf(output: OutputOptions): FileUse {
  switch (output.mode) {
    case "stdout":
      return { field: "stdout", path: "stdout", access: ["write"] };
    case "new":
      return { field: "--out", path: output.path, access: ["write"] };
    case "resume":
      return { field: "--out", path: output.path, access: ["read", "write"] };
    case "retry":
      return {
        field: "--retry-failed",
        path: output.path,
        beside: temporaryOf(output.path),
        access: ["read", "write"],
      };
  }
}

function openDestination(
  output: OutputOptions,
  header: Header,
): Destination | Promise<Destination> {
  switch (output.mode) {
    case "stdout":
      return toStdout();
    case "new":
      return toNewFile(output.path, header);
    case "resume":
      return toResumedFile(output.path, header);
    case "retry":
      return toRetriedFile(output.path, header);
  }
}

/** What the system says against the input is told of the input. */
async function* withFileItems<T>(use: FileUse, items: AsyncIterable<T>) {
  try {
    yield* items;
  } catch (error) {
    throw fileError(use, error) ?? error;
  }
}

/** The server and the token of a batch. */
interface Connection extends AsyncDisposable {
  readonly client: KugouClient;
  /** What the output calls the server. */
  readonly name: string;
  /** The token of lines that bring none, if there is one. */
  readonly token: string | null;
}

async function openConnection(
  args: Args,
  context: Context,
): Promise<Connection> {
  const connection = readConnection(args, context);
  if (args.options.has("sandbox")) {
    const sandbox = await openSampleServer(context);
    const { endpoint, accessToken } = sandbox;
    const options = { ...connection, ...reaching(endpoint), accessToken };
    return {
      client: new KugouClient(options),
      name: "sandbox",
      token: accessToken,
      [Symbol.asyncDispose]: () => sandbox.close(),
    };
  }
  // No question for one: the lines may all bring their own.
  const token = await findToken(args, context) || null;
  if (token !== null) checkAccessToken(token);
  return {
    client: new KugouClient({ ...connection, accessToken: token ?? noToken }),
    name: String(connection.endpoint ?? KUGOU_ENDPOINT),
    token,
    [Symbol.asyncDispose]: () => Promise.resolve(connection[Symbol.dispose]()),
  };
}

/** Lines without a token of their own fail, and say what would be right. */
function noToken(): never {
  throw badInput("accessToken", ({ batch }) => batch.noToken);
}
