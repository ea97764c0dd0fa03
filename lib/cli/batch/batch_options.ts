/**
 * What the command line says about a batch: its input and output, its share of
 * the lines, the server and the token.
 *
 * @module
 */

import {
  checkAccessToken,
  KugouClient,
  KugouInputError,
} from "../../../mod.ts";
import { badInput } from "../../i18n/bad_input.ts";
import { words as wordsOf } from "../../i18n/words.ts";
import type { OptionName } from "../commands.ts";
import {
  type Connection as Way,
  reaching,
  readConnection,
} from "../connection.ts";
import type { Context } from "../context.ts";
import { MissingPermission } from "../errors.ts";
import type { Args } from "../parse.ts";
import { findToken } from "../token.ts";
import { readCount, refuseConflicts } from "../values.ts";
import type { Format } from "./input.ts";
import { Refusal } from "./request_fields.ts";

/** Where the answers go, and how. */
export type OutputOptions =
  | { readonly mode: "stdout" }
  | { readonly mode: "new" | "resume" | "retry"; readonly path: string };

/** What the command line says about a batch. */
export interface BatchOptions {
  /** The file to read, or `-`. */
  readonly input: string;
  readonly format: Format | null;
  readonly output: OutputOptions;
  readonly shard: Shard;
  readonly concurrency: number;
  /** How many may begin each second, or `null` for no limit. */
  readonly perSecond: number | null;
  readonly isOrdered: boolean;
  readonly isFailFast: boolean;
  readonly isQuiet: boolean;
}

/** Options that say two things at once. */
const CONFLICTS: readonly (readonly [OptionName, OptionName])[] = [
  ["retry-failed", "out"],
  ["retry-failed", "resume"],
  ["retry-failed", "ordered"],
  ["shard", "shards"],
  ["sandbox", "endpoint"],
  ["token-file", "token-stdin"],
];

/** In Kubernetes, which Pod of an Indexed Job this is. */
const INDEX = "JOB_COMPLETION_INDEX";

/**
 * Reads what the command line says about a batch.
 *
 * @param args What the command was given.
 * @param words What to say about it.
 * @returns What it says.
 * @throws {UsageError} If it cannot be done.
 */
export function readBatchOptions(
  args: Args,
  env: Context["env"],
): BatchOptions {
  const { operands: [input = "-"], options } = args;
  refuseConflicts(args, CONFLICTS);
  if (input === "-" && options.has("token-stdin")) {
    throw badInput("--token-stdin", ({ batch }) => batch.stdinTwice);
  }
  const format = options.get("format");
  return {
    input,
    format: format === undefined ? null : format as Format,
    output: readOutput(args),
    shard: readShard(args, env),
    concurrency: readConcurrency(args),
    perSecond: readRate(args),
    isOrdered: options.has("ordered"),
    isFailFast: options.has("fail-fast"),
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
  if (shard !== undefined) return parseShard(shard);
  const shards = readCount(args, "shards", 100_000);
  if (shards === undefined) return WHOLE;
  if (!env.mayRead(INDEX)) throw new MissingPermission(`--allow-env=${INDEX}`);
  const index = env.get(INDEX);
  if (!index) throw badInput("--shards", ({ batch }) => batch.noIndex);
  return parseIndex(index, shards);
}

function parseIndex(index: string, shards: number): Shard {
  const number = /^\d{1,6}$/.test(index) ? Number(index) : NaN;
  return checkShard(number, shards, `${index}/${shards}`);
}

function readConcurrency(args: Args): number {
  return readCount(args, "concurrency", 1000, 1) ?? 16;
}

function readRate({ options }: Args): number | null {
  const text = options.get("rate");
  if (text === undefined) return null;
  const rate = /^\d{1,6}(?:\.\d{1,6})?$/.test(text) ? Number(text) : 0;
  if (rate > 0) return rate;
  throw badInput("--rate", ({ input, batch }) => ({
    ...input.notInRange(1, 999_999, "--rate 50"),
    expected: batch.rateExpected,
  }));
}

/** One of `of` parts: the lines whose number leaves `index` when divided. */
export interface Shard {
  /** Which part, from 0. */
  readonly index: number;
  /** How many parts there are. */
  readonly of: number;
}

/** The whole input. */
export const WHOLE: Shard = { index: 0, of: 1 };

/** More parts than this are a slip of the keyboard. */
const MAX_SHARDS = 100_000;

/**
 * Parses a shard such as `0/4`, the first of four.
 *
 * @param text The index from 0, a slash, the number of shards.
 * @returns The shard.
 * @throws {Refusal} If it is no such text.
 */
export function parseShard(text: string): Shard {
  const [, index, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  return checkShard(Number(index ?? NaN), Number(of ?? NaN), text);
}

/**
 * Checks the two numbers of a shard.
 *
 * @param index Which part, from 0.
 * @param of How many parts there are.
 * @param shown What the message shows as the current value.
 * @returns The shard.
 * @throws {Refusal} If there can be no such part.
 */
export function checkShard(
  index: number,
  of: number,
  shown: string = `${index}/${of}`,
): Shard {
  const isShard = Number.isInteger(index) && Number.isInteger(of) &&
    index >= 0 && index < of && of <= MAX_SHARDS;
  if (isShard) return { index, of };
  throw new Refusal("--shard", {
    en: {
      reason: `it is ${shown}`,
      expected: "I/N, with I from 0 to N-1, such as 0/4",
    },
    zh: {
      reason: `当前值为 ${shown}`,
      expected: "I/N，I 从 0 到 N-1，例如 0/4",
    },
  });
}

/**
 * Says whether a line is of a shard.
 *
 * @param line Its number, from 1.
 * @param shard The shard.
 * @returns Whether it is.
 */
export function isOfShard(line: number, { index, of }: Shard): boolean {
  return line % of === index;
}

/** The server and the token of a batch. */
export interface Connection extends AsyncDisposable {
  /** What looks lines up. */
  readonly client: KugouClient;
  /** The token of lines that bring none, `""` if there is none. */
  readonly token: string;
}

/**
 * Reads where to send requests, and which token lines get that bring none; and
 * starts the sandbox where that is asked for.
 *
 * @param args What the command was given.
 * @param app Where to write.
 * @returns The connection.
 */
export async function openConnection(
  args: Args,
  app: Context,
): Promise<Connection> {
  const connection = readConnection(args, app);
  if (args.options.has("sandbox")) return await openInSandbox(connection, app);
  // Nobody is asked for one: the lines may all bring their own.
  const token = await findToken(args, app) ?? "";
  if (token !== "") checkAccessToken(token);
  const accessToken = token === "" ? noToken : token;
  return {
    client: new KugouClient({ ...connection, accessToken }),
    token,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

/** The sandbox brings its own endpoint, and a token that is no secret. */
async function openInSandbox(
  connection: Way,
  app: Context,
): Promise<Connection> {
  const { openSandbox } = await import("../sandbox.ts");
  const sandbox = await openSandbox({});
  const { endpoint, accessToken } = sandbox;
  const { lookup } = wordsOf(app.language);
  app.err.line(app.err.paint("yellow", lookup.sandbox(endpoint)));
  return {
    client: new KugouClient({
      ...connection,
      ...reaching(endpoint),
      accessToken,
    }),
    token: accessToken,
    [Symbol.asyncDispose]: () => sandbox.close(),
  };
}

/** Lines without a token of their own fail, and say what would be right. */
function noToken(): never {
  throw new KugouInputError("accessToken", {
    reason: { en: "it is missing", zh: "缺失" },
    expected: {
      en:
        "an accessToken in the line, or one for all lines from --token-file or KUGOU_ACCESS_TOKEN",
      zh:
        "行内的 accessToken，或通过 --token-file、KUGOU_ACCESS_TOKEN 为所有行提供",
    },
    example: null,
  });
}
