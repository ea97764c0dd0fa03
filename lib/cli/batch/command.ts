/**
 * `batch`: looks many devices up, one for each line of its input, and says what
 * to type to go on where it stopped.
 *
 * @module
 */

import { KugouInputError } from "../../../mod.ts";
import { badInput } from "../../i18n/bad_input.ts";
import { type Words, words as wordsOf } from "../../i18n/words.ts";
import { COMMAND_LINE, operandUsage, PROGRAM } from "../commands.ts";
import type { Context } from "../context.ts";
import { EXIT_CODES } from "../exit_codes.ts";
import { fileError } from "../files.ts";
import type { Args } from "../parse.ts";
import {
  type BatchOptions,
  type Connection,
  openConnection,
  readBatchOptions,
} from "./batch_options.ts";
import { formatOf, type Input } from "./input.ts";
import { type Destination, openDestination, openInput } from "./open_files.ts";
import { WriteFailure } from "./line_sink.ts";
import { Rate, Stopper } from "./pace.ts";
import { Progress } from "./progress.ts";
import { Refusal } from "./request_fields.ts";
import { runBatch, Tally } from "./run_batch.ts";

const EXAMPLE = `${PROGRAM} batch devices.ndjson`;

/**
 * Runs the command.
 *
 * @param args What it is given.
 * @param app Where to write.
 * @returns The exit code.
 */
export async function run(args: Args, app: Context): Promise<number> {
  const words = wordsOf(app.language).batch;
  try {
    const options = readBatchOptions(args, app.env);
    if (args.operands.length === 0 && Deno.stdin.isTerminal()) {
      throw badInput(
        "FILE",
        ({ input }) => input.operandMissing(operandUsage("batch"), EXAMPLE),
      );
    }
    await using input = await openInput(options.input);
    const format = await formatOf(input, options.format);
    await using connection = await openConnection(args, app);
    const reading = { input, format, shard: options.shard };
    await using destination = await openDestination(options.output, reading);
    const job = { options, words, input, format, connection, destination };
    return await work(job, app);
  } catch (error) {
    return explain(error, args);
  }
}

/** Says in words what only a batch can fail of. */
function explain(error: unknown, { operands, options }: Args): number {
  if (error instanceof Refusal) {
    const { en, zh } = error.words;
    throw new KugouInputError(error.subject ?? COMMAND_LINE, {
      reason: { en: en.reason, zh: zh.reason },
      expected: { en: en.expected, zh: zh.expected },
      example: null,
    });
  }
  if (!(error instanceof WriteFailure)) {
    const [path = "-"] = operands;
    const input = path === "-" ? "stdin" : path;
    const use = { field: "FILE", path: input, access: ["read"] as const };
    throw fileError(use, error) ?? error;
  }
  // Whoever reads has seen enough; that is no failure.
  if (error.isClosed) return EXIT_CODES.found;
  const path = options.get("out") ?? options.get("retry-failed") ?? "stdout";
  const field = path === "stdout" ? path : "--out";
  throw fileError({ field, path, access: ["write"] }, error.cause) ??
    badInput(field, ({ batch }) => batch.cannotWrite(error.message));
}

/** All that was opened. */
interface Job {
  readonly options: BatchOptions;
  readonly words: Words["batch"];
  readonly input: Input;
  readonly format: "ndjson" | "csv";
  readonly connection: Connection;
  readonly destination: Destination;
}

async function work(job: Job, { err }: Context): Promise<number> {
  const { options, words, input, destination } = job;
  const { isQuiet, output } = options;
  const tally = new Tally();
  const stop = new AbortController();
  const say = (text: string) => {
    if (!isQuiet) err.line(text);
  };
  if (output.mode !== "stdout" && destination.lines > 0) {
    say(words.already(output.path, destination.lines));
  }
  const { size } = input;
  const bytesRead = () => input.source.bytesRead;
  using progress = isQuiet
    ? null
    : new Progress({ tally, bytesRead, size }, err, words);
  using stopper = new Stopper(stop, () => {
    progress?.clear();
    say(words.stopping);
  });
  const began = performance.now();
  await runBatch({ ...job, ...settingsOf(job), tally, stop });
  progress?.clear();
  sayEnd(say, job, tally, (performance.now() - began) / 1000, stopper.code);
  if (stopper.code !== null) return stopper.code;
  return tally.failures > 0 ? EXIT_CODES.someFailed : EXIT_CODES.found;
}

function settingsOf({ options, connection }: Job) {
  const { concurrency, isOrdered, isFailFast, shard, perSecond } = options;
  const { client, token } = connection;
  const rate = perSecond === null ? null : new Rate(perSecond);
  return { client, token, concurrency, isOrdered, isFailFast, shard, rate };
}

function sayEnd(
  say: (text: string) => void,
  { options, words }: Job,
  tally: Tally,
  seconds: number,
  code: number | null,
): void {
  const counts = words.counts(tally.done, tally.ok, tally.failed);
  const rate = words.rate(tally.done / Math.max(seconds, 0.001));
  say(words.summary(counts, seconds, rate));
  if (code === null) return;
  const canGoOn = options.output.mode !== "stdout";
  say(
    canGoOn ? words.resume(resumeCommand(PROGRAM, Deno.args)) : words.noResume,
  );
}

/**
 * Writes the command line that goes on where this one stopped.
 *
 * @param program What the program is called.
 * @param words The words that this one was given.
 * @returns The command line, quoted for a POSIX shell.
 */
export function resumeCommand(
  program: string,
  words: readonly string[],
): string {
  const isThere = words.includes("--resume") ||
    words.some((word) => /^--retry-failed\b/.test(word));
  const all = [program, ...words, ...isThere ? [] : ["--resume"]];
  return all.map(quote).join(" ");
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word)
    ? word
    : `'${word.replaceAll("'", `'\\''`)}'`;
}
