/**
 * Takes a request through the sandbox: read, looked up, delayed, answered,
 * logged.
 *
 * @module
 */

import type { Answer } from "./answer.ts";
import { delay } from "./delay.ts";
import { wrap } from "./envelope.ts";
import { FAULT_RESPONSES, json } from "./fault_responses.ts";
import { logEntry } from "./log.ts";
import { createLookup, type Finding } from "./lookup.ts";
import { readOptions } from "./options.ts";
import { createFaultDraw } from "./random_faults.ts";
import { SandboxResetError } from "./reset_error.ts";
import { refuseRoute } from "./route.ts";
import { createRequestIds } from "./server_request_id.ts";
import type { SandboxOptions, SandboxOutcome } from "./types.ts";
import { readBody, type WireBody } from "./wire_request.ts";

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
