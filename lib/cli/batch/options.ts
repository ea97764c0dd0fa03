/** What the command line says about a batch. */

import type { ColumnNames } from "../../batch/fields.ts";
import type { Format } from "../../batch/items.ts";
import {
  MAX_SHARDS,
  parseShard,
  type Shard,
  WHOLE,
} from "../../batch/shard.ts";
import { badInput } from "../../i18n/bad_input.ts";
import type { OptionName } from "../commands.ts";
import type { Context } from "../context.ts";
import { MissingPermission } from "../errors.ts";
import type { Args } from "../parse.ts";
import { readCount, readDuration, refuseConflicts } from "../values.ts";

/** Where the answers go, and how. */
export type OutputOptions =
  | { readonly mode: "stdout" }
  | { readonly mode: "new" | "resume" | "retry"; readonly path: string };

export interface BatchOptions {
  /** The file to read, or `-`. */
  readonly input: string;
  readonly format: Format | null;
  readonly columns: ColumnNames;
  readonly output: OutputOptions;
  readonly shard: Shard;
  readonly concurrency: number;
  /** How many may begin each second, or `null` for no limit. */
  readonly perSecond: number | null;
  readonly isOrdered: boolean;
  readonly isFailFast: boolean;
  /** Whether lines are taken whose token the server refuses all the time. */
  readonly isKeptGoing: boolean;
  /** How long to wait for an endpoint that cannot be reached; 0 for never. */
  readonly maxOutageMs: number;
  /** How many lines are taken at most. */
  readonly limit: number;
  readonly isDryRun: boolean;
  /** Where the summary goes as JSON, if anywhere. */
  readonly summary: string | null;
  readonly isQuiet: boolean;
}

/** Options that say two things at once. */
const CONFLICTS: readonly (readonly [OptionName, OptionName])[] = [
  ["retry-failed", "out"],
  ["retry-failed", "resume"],
  ["shard", "shards"],
  ["sandbox", "endpoint"],
  ["sandbox", "dry-run"],
  ["fail-fast", "keep-going"],
  ["token-file", "token-stdin"],
];

/** In Kubernetes, which Pod of an Indexed Job this is. */
const INDEX = "JOB_COMPLETION_INDEX";

export function readBatchOptions(
  args: Args,
  env: Context["env"],
): BatchOptions {
  const { operands: [input = "-"], options } = args;
  refuseConflicts(args, CONFLICTS);
  if (input === "-" && options.has("token-stdin")) {
    throw badInput("--token-stdin", ({ batch }) => batch.stdinTwice);
  }
  const summary = options.get("summary") ?? null;
  if (
    summary !== null && [input, options.get("token-file")].includes(summary)
  ) {
    throw badInput("--summary", ({ batch }) => batch.summaryInUse);
  }
  return {
    input,
    format: (options.get("format") ?? null) as Format | null,
    columns: {
      deviceId: options.get("column") ?? null,
      accessToken: options.get("token-column") ?? null,
    },
    output: readOutput(args),
    shard: readShard(args, env),
    concurrency: readCount(args, "concurrency", 1000, 1) ?? 16,
    perSecond: readRate(args),
    isOrdered: options.has("ordered"),
    isFailFast: options.has("fail-fast"),
    isKeptGoing: options.has("keep-going"),
    maxOutageMs: readDuration(args, "max-outage", 0) ?? 0,
    limit: readCount(args, "limit", 999_999_999, 1) ?? Infinity,
    isDryRun: options.has("dry-run"),
    summary,
    isQuiet: options.has("quiet"),
  };
}

function readOutput({ options }: Args): OutputOptions {
  const retried = options.get("retry-failed");
  if (retried !== undefined) return { mode: "retry", path: retried };
  const path = options.get("out");
  const isResumed = options.has("resume");
  if (path !== undefined) return { mode: isResumed ? "resume" : "new", path };
  if (!isResumed) return { mode: "stdout" };
  throw badInput("--resume", ({ batch }) => batch.needs("--out FILE"));
}

function readShard(args: Args, env: Context["env"]): Shard {
  const shard = args.options.get("shard");
  if (shard !== undefined) return parseShard(shard, "--shard");
  const shards = readCount(args, "shards", MAX_SHARDS, 1);
  if (shards === undefined) return WHOLE;
  if (!env.mayRead(INDEX)) throw new MissingPermission(`--allow-env=${INDEX}`);
  const index = env.get(INDEX);
  if (!index) throw badInput("--shards", ({ batch }) => batch.noIndex);
  return parseShard(`${index}/${shards}`, INDEX);
}

function readRate({ options }: Args): number | null {
  const text = options.get("rate");
  if (text === undefined) return null;
  const rate = /^\d{1,6}(?:\.\d{1,6})?$/.test(text) ? Number(text) : 0;
  if (rate > 0) return rate;
  throw badInput("--rate", ({ batch }) => batch.notARate);
}
