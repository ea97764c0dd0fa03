/**
 * The whole app for tests: built in memory, with services of their own.
 *
 * @module
 */

import { Builder } from "fresh/dev";
import { createApp } from "../../main.ts";
import type { AccessLogEntry } from "../../lib/web/log.ts";
import { makeClient } from "../../lib/web/lookup.ts";
import { guard } from "../../lib/web/guard.ts";
import type { Services } from "../../lib/web/services.ts";

/** What answers requests, as the process that serves asks it. */
export type Handler = (request: Request) => Response | Promise<Response>;

/** The root of the tree, where routes/ and static/ are. */
const ROOT = new URL("../../", import.meta.url).pathname;

/** Built before any test, as a bundler may go on running when it is done. */
const apply = await new Builder({ root: ROOT }).build({ snapshot: "memory" });

/** An app, and what it told. */
export interface TestApp {
  readonly handler: Handler;
  readonly log: AccessLogEntry[];
  readonly bugs: unknown[];
}

/** What differs from a page with no limit, and an endpoint that is down. */
interface Options extends Partial<Services> {
  /** Whether the services cannot be opened. */
  readonly isBroken?: boolean;
  readonly endpoint?: string;
  readonly fetch?: typeof fetch;
}

/** Makes the app. */
// deno-lint-ignore require-await -- its callers need not know what is built
export async function makeApp(
  {
    endpoint = "http://127.0.0.1:1/",
    fetch,
    isBroken = false,
    ...services
  }: Options = {},
): Promise<TestApp> {
  const log: AccessLogEntry[] = [];
  const bugs: unknown[] = [];
  const write = services.log === null
    ? null
    : (entry: AccessLogEntry) => log.push(entry);
  const app = createApp(() => {
    if (isBroken) throw new Error("sample");
    return {
      client: makeClient(endpoint, fetch),
      demo: null,
      endpointHost: new URL(endpoint).host,
      trustProxy: 0,
      limiter: null,
      onBug: (error) => bugs.push(error),
      ...services,
      log: write,
    };
  });
  apply(app);
  const handler = guard(app.handler(), write, (error) => bugs.push(error));
  return { handler: (request) => handler(request, INFO), log, bugs };
}

/** Where requests come from. */
const INFO: Deno.ServeHandlerInfo = {
  remoteAddr: { transport: "tcp", hostname: "127.0.0.1", port: 50_000 },
  completed: Promise.resolve(),
};

/** The origin of requests that `get`, `post` and `postJson` make. */
export const ORIGIN = "http://127.0.0.1:8000";

/** Makes a request for a page. */
export function get(path: string, headers: HeadersInit = {}): Request {
  return new Request(ORIGIN + path, { headers });
}

/** Makes a request as a browser sends the form of the page. */
export function post(
  form: Record<string, string>,
  headers: Record<string, string> = {},
  path = "/",
): Request {
  return new Request(ORIGIN + path, {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin", ...headers },
    body: new URLSearchParams(form),
  });
}

/** Makes a request as a program sends it to the API. */
export function postJson(
  body: unknown,
  headers: Record<string, string> = {},
  path = "/api/user-info",
): Request {
  return new Request(ORIGIN + path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}
