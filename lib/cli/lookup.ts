/**
 * What a lookup asks, how, and with which token, from the command line and the
 * environment.
 *
 * @module
 */

import { type KugouClientOptions, resolveOptions } from "../client/options.ts";
import { type KugouRequest, prepareRequest } from "../client/request.ts";
import type { UsageWords } from "../i18n/words_failure.ts";
import type { App } from "./app.ts";
import type { OptionName } from "./commands.ts";
import { type Args, UsageError } from "./parse.ts";
import { grantedEnv, mayReadEnv, MissingPermission } from "./permission.ts";

/** How the client is made, but for the token. */
export type ConnectionOptions = Omit<KugouClientOptions, "accessToken">;

/** What a lookup asks, and how; all of it was checked. */
export interface Lookup {
  /** What is asked. */
  readonly request: KugouRequest;
  /** How the client is made, but for the token. */
  readonly connection: ConnectionOptions;
}

/** Options that say two things at once. */
const CONFLICTS: readonly (readonly [OptionName, OptionName])[] = [
  ["raw", "json"],
  ["sandbox", "endpoint"],
  ["sandbox", "dry-run"],
];

/**
 * Reads what a lookup asks, and checks it: nobody is asked for a token, and
 * nothing is sent, while something else is wrong.
 *
 * @param args What the command was given.
 * @param app Learns the device, and what the source of the endpoint is called.
 * @returns The lookup.
 * @throws {UsageError} If a value cannot be read.
 * @throws {KugouInputError} If a value can never be right.
 */
export async function readLookup(args: Args, app: App): Promise<Lookup> {
  for (const [one, other] of CONFLICTS) {
    if (args.options.has(one) && args.options.has(other)) {
      throw new UsageError(
        `--${one}`,
        ({ conflict }) => conflict(`--${other}`),
      );
    }
  }
  const request = await readRequest(args);
  prepareRequest("user_info", request);
  app.about.deviceId = request.deviceId;
  const connection = readConnection(args, app);
  resolveOptions({ ...connection, accessToken: "not-known-yet" });
  return { request, connection };
}

async function readRequest({ operands, options }: Args): Promise<KugouRequest> {
  const [deviceId = ""] = operands;
  const requestId = options.get("request-id");
  const params = options.get("params");
  return {
    deviceId,
    ...requestId !== undefined && { requestId },
    ...params !== undefined && { params: await readParams(params) },
  };
}

async function readParams(text: string) {
  return await (await import("./read_file.ts")).readParams(text);
}

/**
 * Reads how the client is made, but for the token.
 *
 * @param args What the command was given.
 * @param app Learns what the source of the endpoint is called.
 * @returns The options that are given.
 */
export function readConnection(args: Args, app: App): ConnectionOptions {
  const endpoint = readEndpoint(args, app);
  const timeoutMs = readDuration(args, "timeout");
  const totalTimeoutMs = readDuration(args, "total-timeout");
  const limit = readCount(args, "retries", 100);
  return {
    ...endpoint !== undefined && { endpoint },
    ...timeoutMs !== undefined && { timeoutMs },
    ...totalTimeoutMs !== undefined && { totalTimeoutMs },
    ...limit !== undefined && { retry: { limit } },
  };
}

function readEndpoint({ options }: Args, app: App): string | undefined {
  const given = options.get("endpoint");
  if (given !== undefined || options.has("sandbox")) return given;
  const variable = grantedEnv("KUGOU_ENDPOINT");
  if (!variable) return undefined;
  app.about.labels["endpoint"] = "KUGOU_ENDPOINT";
  return variable;
}

const VARIABLE = "KUGOU_ACCESS_TOKEN";

/**
 * Finds the access token in the first of its sources that was chosen: stdin, a
 * file, the environment.
 *
 * @param args What the command was given.
 * @param app Learns what the source is called.
 * @returns The token as it was found, or nothing.
 * @throws {UsageError} If the source cannot be read.
 */
export async function findToken(
  args: Args,
  app: App,
): Promise<string | undefined> {
  const file = args.options.get("token-file");
  if (args.options.has("token-stdin")) {
    app.about.labels["accessToken"] = "--token-stdin";
    if (Deno.stdin.isTerminal()) return undefined;
    const { readStream } = await import("./read_file.ts");
    return withoutLineBreak(await readStream("--token-stdin", Deno.stdin));
  }
  if (file !== undefined) {
    app.about.labels["accessToken"] = "--token-file";
    const { readFile } = await import("./read_file.ts");
    return withoutLineBreak(await readFile("--token-file", file));
  }
  app.about.labels["accessToken"] = VARIABLE;
  return mayReadEnv(VARIABLE) ? Deno.env.get(VARIABLE) : undefined;
}

/**
 * Gets the access token where no source has one: from a person, or not at all.
 *
 * @param app Where to ask, and in which language.
 * @param signal Ends the question.
 * @returns What was typed.
 * @throws {MissingPermission} If the environment must not be read.
 * @throws {UsageError} If nobody can be asked.
 */
export async function askForToken(
  app: App,
  signal: AbortSignal,
): Promise<string> {
  if (Deno.stdin.isTerminal() && app.err.isTerminal) {
    const { promptToken } = await import("./token_prompt.ts");
    return await promptToken(app, signal);
  }
  if (!mayReadEnv(VARIABLE)) {
    throw new MissingPermission(`--allow-env=${VARIABLE}`);
  }
  throw new UsageError(VARIABLE, ({ noToken }) => noToken);
}

/** Editors and `echo` end a file with one; more than one is a mistake. */
function withoutLineBreak(text: string): string {
  return text.replace(/\r?\n$/, "");
}

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1e3, m: 6e4 };

/** The longest wait that a timer of JavaScript can hold, some 24 days. */
const MAX_MS = 2 ** 31 - 1;

/**
 * Reads a duration such as `500ms`, `10s` or `2m`.
 *
 * @param args What the command was given.
 * @param name The option.
 * @returns The milliseconds, or nothing where the option is not given.
 * @throws {UsageError} If it is no duration that can be waited for.
 */
export function readDuration(args: Args, name: OptionName): number | undefined {
  const text = args.options.get(name);
  if (text === undefined) return undefined;
  const [, sign, number = "", unit = ""] =
    /^([+-]?)(\d+(?:\.\d+)?)(.*)$/s.exec(text) ?? [];
  const ms = Number(number) * (UNIT_MS[unit] ?? NaN);
  const problem = durationProblem(sign, unit, ms);
  if (problem === null) return ms;
  throw new UsageError(`--${name}`, ({ duration }) => duration[problem]);
}

function durationProblem(
  sign: string | undefined,
  unit: string,
  ms: number,
): keyof UsageWords["duration"] | null {
  if (sign === undefined) return "shape";
  if (unit === "") return "unit";
  if (Number.isNaN(ms)) return "shape";
  if (sign === "-") return "negative";
  if (ms < 1) return "short";
  return ms > MAX_MS ? "huge" : null;
}

/**
 * Reads a whole number.
 *
 * @param args What the command was given.
 * @param name The option.
 * @param max The largest that is possible; the smallest is 0.
 * @returns The number, or nothing where the option is not given.
 * @throws {UsageError} If it is no whole number in the range.
 */
export function readCount(
  args: Args,
  name: OptionName,
  max: number,
): number | undefined {
  const text = args.options.get(name);
  if (text === undefined) return undefined;
  const count = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (count <= max) return count;
  const example = `--${name} ${Math.min(3, max)}`;
  throw new UsageError(
    `--${name}`,
    ({ notInRange }) => notInRange(0, max, example),
  );
}
