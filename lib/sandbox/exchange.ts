/**
 * Takes a request through the sandbox: read, looked up, delayed, answered or cut
 * off, logged.
 *
 * @module
 */

import { type Answer, createRequestIds, wrap } from "./answer.ts";
import { FAULT_RESPONSES, json } from "./fault_responses.ts";
import { logEntry } from "./log.ts";
import { createLookup, type Finding } from "./lookup.ts";
import { readOptions } from "./options.ts";
import { createFaultDraw } from "./random_faults.ts";
import type { SandboxOptions, SandboxOutcome } from "./types.ts";
import { readBody, refuseRoute, type WireBody } from "./wire_request.ts";

/** What the log will say of a request, filled in while it is answered. */
interface Progress {
  body: WireBody;
  outcome: SandboxOutcome;
  code: string;
}

const NEVER = new AbortController().signal;

/**
 * Answers one request. `gone` gives the signal that is aborted when the client
 * goes away. It is asked for only where there is something to wait for: Deno
 * warns as soon as the signal of a request is looked at that is then answered.
 */
export type Exchange = (
  request: Request,
  gone: () => AbortSignal,
) => Promise<Response>;

/** Makes the function that answers the requests of one sandbox. */
export function createExchange(options: SandboxOptions): Exchange {
  const settings = readOptions(options);
  const { accessToken, envelope, latencyMs } = settings;
  const { onRequest, signal: closing = NEVER } = options;
  const lookup = createLookup(accessToken);
  const drawFault = createFaultDraw(options.faults);
  const nextRequestId = createRequestIds();

  return async (request, gone) => {
    const startedAt = Date.now();
    const start = performance.now();
    const progress: Progress = {
      body: {},
      outcome: "aborted",
      code: "aborted",
    };
    try {
      return await respond(request, gone, progress);
    } catch (error) {
      throw closing.aborted ? new SandboxResetError() : error;
    } finally {
      const durationMs = performance.now() - start;
      onRequest?.(
        logEntry({ request, startedAt, accessToken, durationMs, ...progress }),
      );
    }
  };

  async function respond(
    request: Request,
    gone: () => AbortSignal,
    progress: Progress,
  ): Promise<Response> {
    closing.throwIfAborted();
    const refusal = refuseRoute(request);
    if (refusal) {
      note(progress, "refused", String(refusal.status));
      return refusal;
    }
    const finding = await find(request, progress);
    const fault = finding.fault ?? drawFault();
    if (latencyMs > 0) await delay(latencyMs, [gone(), closing]);
    const sound = wrapped(finding.answer);
    if (fault === null) {
      noteAnswer(progress, finding.answer);
      return json(sound);
    }
    note(progress, "fault", fault);
    return FAULT_RESPONSES[fault]({
      ...settings,
      sound,
      wrap: wrapped,
      accessToken: String(progress.body.AccessToken ?? ""),
      get signals() {
        return [gone(), closing];
      },
    });
  }

  async function find(request: Request, progress: Progress): Promise<Finding> {
    const read = await readBody(request);
    if ("kind" in read) return { answer: read, fault: null };
    progress.body = read.body;
    return lookup(read.body, new Date());
  }

  function wrapped(answer: Answer, requestId = nextRequestId()): string {
    return wrap(answer, envelope, requestId);
  }
}

function noteAnswer(progress: Progress, answer: Answer): void {
  if (answer.kind === "data") note(progress, "data", "0");
  else note(progress, "error", answer.code);
}

function note(progress: Progress, outcome: SandboxOutcome, code: string): void {
  progress.outcome = outcome;
  progress.code = code;
}

/**
 * Makes the sandbox as a plain function, without a server: for a server of
 * your own, or in the place of `fetch` in a test.
 *
 * It answers just as {@linkcode startSandbox} does, but for what only a
 * connection can show: `reset` rejects with a {@linkcode SandboxResetError},
 * and `reset-body` needs an HTTP server around it to break. It needs no `Deno`:
 * Node 22 and browsers have all that it takes.
 *
 * @param options The options of the sandbox; `port` has no meaning here. After
 * `signal` is aborted, the function only rejects.
 * @returns The function. It rejects with a {@linkcode SandboxResetError} where
 * the connection breaks, and with the reason of the request's own signal where
 * that is aborted during a wait.
 * @throws {RangeError} If an option has a value that cannot be.
 *
 * @example In the place of fetch
 * ```ts
 * import {
 *   createSandboxHandler,
 *   SANDBOX_ACCESS_TOKEN,
 * } from "@kugou-iot/client/sandbox";
 * import { assertEquals } from "@std/assert";
 *
 * const handler = createSandboxHandler();
 * const request = new Request("http://127.0.0.1/api/exploreropen/tokenapi", {
 *   method: "POST",
 *   headers: { "content-type": "application/json" },
 *   body: JSON.stringify({
 *     AccessToken: SANDBOX_ACCESS_TOKEN,
 *     RequestId: crypto.randomUUID(),
 *     Action: "AppKugouUserCommand",
 *     KGCommand: "user_info",
 *     DeviceId: "SANDBOXERR/LimitExceeded",
 *     KugouParams: {},
 *   }),
 * });
 * const { Response } = await (await handler(request)).json();
 * assertEquals(Response.Error.Code, "LimitExceeded");
 * ```
 */
export function createSandboxHandler(
  options: SandboxOptions = {},
): (request: Request) => Promise<Response> {
  const exchange = createExchange(options);
  return (request) => exchange(request, () => request.signal);
}

/**
 * Waits, unless one of the signals is aborted first: then the promise rejects
 * with its reason. No timer and no listener is left behind; `AbortSignal.any`
 * would leave one, and Deno warns of listeners on a request that was answered.
 */
export async function delay(
  ms: number,
  signals: readonly AbortSignal[],
): Promise<void> {
  signals.forEach((signal) => signal.throwIfAborted());
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  const stop = (event: Event) => reject((event.target as AbortSignal).reason);
  signals.forEach((signal) => signal.addEventListener("abort", stop));
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    signals.forEach((signal) => signal.removeEventListener("abort", stop));
  }
}

/**
 * What the function of `createSandboxHandler` rejects with where the connection
 * breaks before any answer: with the fault `reset`, and when the sandbox closes.
 * It is a `TypeError`, as the network failures of `fetch` are.
 *
 * @example Tell a broken connection from a bug
 * ```ts
 * import {
 *   createSandboxHandler,
 *   SandboxResetError,
 * } from "@kugou-iot/client/sandbox";
 * import { assertRejects } from "@std/assert";
 *
 * const handler = createSandboxHandler({
 *   faults: { shares: { reset: 1 } },
 * });
 * const url = "http://127.0.0.1/api/exploreropen/tokenapi";
 * await assertRejects(
 *   () => handler(new Request(url, { method: "POST", body: "{}" })),
 *   SandboxResetError,
 * );
 * ```
 */
export class SandboxResetError extends TypeError {
  /** The name of the class. */
  override readonly name: string = "SandboxResetError";

  /** Makes the error; its message is always the same. */
  constructor() {
    super("The sandbox closed the connection");
  }
}
