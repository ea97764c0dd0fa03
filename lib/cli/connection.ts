/** How requests are sent, from the command line and the environment. */

import {
  checkEndpoint,
  KUGOU_ENDPOINT,
  type KugouClientOptions,
} from "../../mod.ts";
import { trimInvisible } from "../text/clean.ts";
import type { Context } from "./context.ts";
import type { Args } from "./parse.ts";
import { readCount, readDuration } from "./values.ts";

/** How the client is made, but for the token. */
export interface Connection
  extends Omit<KugouClientOptions, "accessToken">, Disposable {
  readonly endpoint: string;
  readonly timeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly retry: { readonly limit: number };
}

/** Reads it, and checks it but for the values that the client checks. */
export function readConnection(args: Args, context: Context): Connection {
  return {
    ...reaching(trimInvisible(readEndpoint(args, context))),
    timeoutMs: readDuration(args, "timeout") ?? 10_000,
    totalTimeoutMs: readDuration(args, "total-timeout") ?? 30_000,
    retry: { limit: readCount(args, "retries", 100) ?? 2 },
  };
}

function readEndpoint({ options }: Args, { env, about }: Context): string {
  const given = options.get("endpoint");
  if (given !== undefined) return given;
  if (options.has("sandbox")) return KUGOU_ENDPOINT;
  const variable = env.get("KUGOU_ENDPOINT");
  if (!variable) return KUGOU_ENDPOINT;
  about.labels["endpoint"] = "KUGOU_ENDPOINT";
  return variable;
}

/**
 * The way to an endpoint. Over http, which only leads to this machine, none of
 * it leads through a proxy: `HTTP_PROXY` would ask for one that sees the token.
 */
export function reaching(
  endpoint: string,
): Pick<Connection, "endpoint" | "fetch" | typeof Symbol.dispose> {
  const { hostname, port, protocol } = checkEndpoint(endpoint);
  if (protocol !== "http:") return { endpoint, [Symbol.dispose]() {} };
  let client: Deno.HttpClient | undefined;
  return {
    endpoint,
    fetch(url, init) {
      // Straight to where it goes; requests then name the whole URL, which
      // HTTP/1.1 asks every server to take.
      client ??= Deno.createHttpClient({
        proxy: { transport: "tcp", hostname, port: Number(port || 80) },
      });
      const direct = { ...init, client };
      return fetch(url, direct);
    },
    [Symbol.dispose]: () => client?.close(),
  };
}
