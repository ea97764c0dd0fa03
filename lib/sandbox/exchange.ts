import type { JsonObject } from "../../mod.ts";
import { type Answer, ApiError, wrap } from "./answer.ts";
import { answerWithFault, type SandboxFaultName } from "./faults.ts";
import { logEntry, type SandboxOutcome } from "./log.ts";
import { createLookup } from "./lookup.ts";
import { readOptions, type SandboxOptions } from "./options.ts";
import { createFaultDraw } from "./random_faults.ts";
import {
  readBody,
  readDeviceId,
  refuseRoute,
  type SandboxRequest,
} from "./request.ts";
import { delay, json, SandboxResetError } from "./responses.ts";

/** Answers one request; rejects where its connection is to break. */
export type Exchange = (request: SandboxRequest) => Promise<Response>;

/** What a request will be answered, and what the log will say of it. */
interface Plan {
  readonly outcome: SandboxOutcome;
  readonly code: string;
  readonly body: JsonObject;
  respond(): Response | Promise<Response>;
}

const ABORTED = { outcome: "aborted", code: "aborted" } as const;

const NEVER = new AbortController().signal;

/** Makes the function that answers the requests of one sandbox. */
export function createExchange(options: SandboxOptions): Exchange {
  const settings = readOptions(options);
  const { accessToken, envelope, latencyMs } = settings;
  const { onRequest, signal: closing = NEVER } = options;
  const lookup = createLookup();
  const drawFault = createFaultDraw(options.faults);
  let count = 0;

  return async (request) => {
    const time = new Date();
    const start = performance.now();
    const plan = planFor(request, time);
    let ended: Pick<Plan, "outcome" | "code"> = ABORTED;
    try {
      closing.throwIfAborted();
      if (latencyMs > 0) await delay(latencyMs, stopFor(request));
      ended = plan;
      return await plan.respond();
    } catch (error) {
      throw closing.aborted ? new SandboxResetError() : error;
    } finally {
      const { outcome, code } = ended;
      const durationMs = performance.now() - start;
      const facts = { time, outcome, code, durationMs };
      onRequest?.(logEntry(request, plan.body, accessToken, facts));
    }
  };

  function planFor(request: SandboxRequest, time: Date): Plan {
    const refusal = refuseRoute(request);
    if (refusal) {
      const code = String(refusal.status);
      return { outcome: "refused", code, body: {}, respond: () => refusal };
    }
    let body: JsonObject = {};
    let answer: Answer;
    let fault: SandboxFaultName | null = null;
    try {
      body = readBody(request);
      const found = lookup(readDeviceId(body, accessToken));
      answer = { data: found.device.data(time) };
      fault = found.fault;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      answer = error;
    }
    const sound = wrapped(answer);
    const met = fault ?? drawFault();
    if (met) {
      const sent = String(body.AccessToken ?? "");
      const stop = () => stopFor(request);
      const context = { ...settings, sound, accessToken: sent, wrapped, stop };
      const respond = () => answerWithFault(met, context);
      return { outcome: "fault", code: met, body, respond };
    }
    return {
      ...(answer instanceof ApiError
        ? { outcome: "error", code: answer.code }
        : { outcome: "data", code: "0" }),
      body,
      respond: () => json(sound),
    };
  }

  /** Asked for only where there is something to wait for: `Deno.serve` warns
   * as soon as the signal of a request is looked at that is then answered. */
  function stopFor(request: SandboxRequest): AbortSignal {
    return AbortSignal.any([request.signal, closing]);
  }

  /** As in Tencent Cloud's sample, the id is not the one that the caller sent. */
  function wrapped(answer: Answer, requestId = nextRequestId()): string {
    return wrap(answer, envelope, requestId);
  }

  function nextRequestId(): string {
    const date = new Date().toISOString().slice(0, 10).replaceAll("-", "");
    return `sandbox${date}-${String(++count).padStart(6, "0")}`;
  }
}

/**
 * Makes the sandbox as a plain function, without a server: in the place of
 * `fetch`, or for a server of your own.
 *
 * It answers just as {@linkcode startSandbox} does. Where that breaks a
 * connection, the function rejects with a {@linkcode SandboxResetError}, and the
 * body of `reset-body` fails with one. It needs no permission and runs wherever
 * the client does.
 *
 * @param options The options of the sandbox; `port` has no meaning here. After
 * `signal` is aborted, the function only rejects.
 * @returns The function, which takes what `fetch` takes, a request or a URL with
 * options. It rejects with the reason of the request's own signal where that is
 * aborted during a wait.
 * @throws {KugouInputError} If an option has a value that cannot be.
 *
 * @example In the place of fetch
 * ```ts
 * import { KugouClient } from "@kugou-iot/client";
 * import {
 *   createSandboxHandler,
 *   SANDBOX_ACCESS_TOKEN,
 * } from "@kugou-iot/client/sandbox";
 * import { assertEquals } from "@std/assert";
 *
 * const client = new KugouClient({
 *   accessToken: SANDBOX_ACCESS_TOKEN,
 *   fetch: createSandboxHandler(),
 * });
 * const { user } = await client.userInfo({ deviceId: "LAEG4YJE1A/dev01" });
 * assertEquals(user.isVip, true);
 * ```
 */
export function createSandboxHandler(
  options: SandboxOptions = {},
): (input: Request | URL | string, init?: RequestInit) => Promise<Response> {
  const exchange = createExchange(options);
  return async (input, init) => {
    const request = input instanceof Request && !init
      ? input
      : new Request(input, init);
    return exchange({
      method: request.method,
      path: new URL(request.url).pathname,
      contentType: request.headers.get("content-type"),
      body: new Uint8Array(await request.arrayBuffer()),
      get signal() {
        return request.signal;
      },
    });
  };
}
