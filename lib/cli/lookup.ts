/**
 * What a lookup asks, and how, from the command line and the environment.
 *
 * @module
 */

import { type KugouClientOptions, resolveOptions } from "../client/options.ts";
import { type KugouRequest, prepareRequest } from "../client/request.ts";
import type { App } from "./app.ts";
import type { OptionName } from "./options.ts";
import type { Args } from "./parse.ts";
import { grantedEnv } from "./permission.ts";
import { UsageError } from "./usage_error.ts";
import { readCount, readDuration } from "./values.ts";

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
  return await (await import("./params.ts")).readParams(text);
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
