/** What a batch says when it has ended. */

import type { Destination } from "../../batch/output.ts";
import type { Header } from "../../batch/output_scan.ts";
import type { Tally } from "../../batch/tally.ts";
import { badInput } from "../../i18n/bad_input.ts";
import { words as wordsOf } from "../../i18n/words.ts";
import { escapeJson } from "../../text/escape.ts";
import { quoteWord } from "../../text/shell.ts";
import type { OutputOptions } from "./options.ts";
import { PROGRAM } from "../commands.ts";
import type { Context } from "../context.ts";
import { EXIT_CODES, exitCodeOf } from "../exit_codes.ts";
import { type FileUse, withFile } from "../files.ts";

/** How a batch has ended. */
export interface BatchEnd {
  readonly output: OutputOptions;
  readonly answered: Destination["answered"];
  readonly tally: Tally;
  /** How many lines were left out because their token was refused. */
  readonly leftOut: number;
  /** How many answers belong to lines that the input has no more. */
  readonly orphans: number;
  readonly seconds: number;
  /** The signal that stopped it. */
  readonly signal: Deno.Signal | null;
  readonly isUnreachable: boolean;
  /** Whether nobody reads the answers any more, as after `| head -1`. */
  readonly isReaderGone: boolean;
}

export function batchExitCode(end: BatchEnd): number {
  const { answered, isReaderGone, isUnreachable, leftOut, signal, tally } = end;
  if (signal !== null) return exitCodeOf({ kind: "interrupted", signal });
  // A reader that has seen enough is no failure.
  if (isReaderGone) return EXIT_CODES.found;
  if (isUnreachable) return EXIT_CODES.network;
  const failed = answered.failed + tally.failures + leftOut;
  return failed > 0 ? EXIT_CODES.someFailed : EXIT_CODES.found;
}

export function sayEnd(
  end: BatchEnd,
  context: Context,
  say: (text: string) => void,
): void {
  const { answered, isUnreachable, leftOut, orphans, output } = end;
  const { seconds, signal, tally } = end;
  const { batch: words } = wordsOf(context.language);
  const counts = words.counts(tally.done, tally.ok, tally.failed);
  const rate = words.rate(tally.done / Math.max(seconds, 0.001));
  say(words.summary(counts, seconds, rate));
  if (answered.ok + answered.failed > 0 && "path" in output) {
    const { ok, failed } = answered;
    say(words.whole(output.path, ok + tally.ok, failed + tally.failures));
  }
  if (orphans > 0) say(words.orphans(orphans));
  if (leftOut > 0) say(words.leftOut(leftOut));
  if (signal === null && !isUnreachable && leftOut === 0) return;
  if (output.mode === "stdout") say(words.noResume);
  else say(words.resume(commandAgain(output.path, leftOut > 0, context.words)));
}

/**
 * The command line that goes on where this one stopped; with another token
 * also with what failed for that.
 */
function commandAgain(
  path: string,
  withFailed: boolean,
  words: readonly string[],
): string {
  const text = words.join("\n");
  const isThere = /^--(?:resume$|retry-failed\b)/m.test(text);
  if (!withFailed || text.includes("--retry-failed")) {
    return commandLine([...words, ...isThere ? [] : ["--resume"]]);
  }
  const others = words.filter((word, index) =>
    !/^--(?:resume$|out(?:=|$))/.test(word) && words[index - 1] !== "--out"
  );
  return commandLine([...others, "--retry-failed", path]);
}

function commandLine(words: readonly string[]): string {
  return [PROGRAM, ...words].map(quoteWord).join(" ");
}

/** The file of `--summary`; it is empty until the batch has ended. */
export async function openSummary(path: string | null) {
  if (path === null) return null;
  const use: FileUse = { field: "--summary", path, access: ["write"] };
  const options = { write: true, create: true };
  const file = await withFile(use, () => Deno.open(path, options));
  // The input and the output of this batch are locked, too, whatever they are
  // called here.
  if (!await file.tryLock(true).catch(() => true)) {
    file.close();
    throw badInput("--summary", ({ batch }) => batch.summaryInUse);
  }
  await file.truncate().catch(() => {});
  return {
    async write(summary: ReturnType<typeof summaryOf>): Promise<void> {
      const text = `${escapeJson(summary, true)}\n`;
      await withFile(use, () => file.write(new TextEncoder().encode(text)));
    },
    [Symbol.dispose]: () => file.close(),
  };
}

/** What `--summary` writes; a later version may add fields. */
export function summaryOf(
  end: BatchEnd,
  { input, shard, endpoint }: Header,
  startedAt: Date,
) {
  const { answered, isUnreachable, leftOut, output, seconds, signal, tally } =
    end;
  return {
    version: 1,
    ...{ input, shard, endpoint },
    output: "path" in output ? output.path : null,
    startedAt,
    seconds: Math.round(seconds * 1000) / 1000,
    stoppedBy: signal ?? (isUnreachable ? "unreachable" : null),
    exitCode: batchExitCode(end),
    /** What this run asked. */
    asked: {
      ok: tally.ok,
      failed: tally.failures,
      failedBy: Object.fromEntries(tally.failed),
    },
    leftOut,
    /** What stands in the output, whichever run asked it. */
    total: {
      ok: answered.ok + tally.ok,
      failed: answered.failed + tally.failures,
    },
  } as const;
}
