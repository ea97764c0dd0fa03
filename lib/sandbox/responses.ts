/**
 * What the connection breaks with where there is no answer: the fault `reset`,
 * the middle of the fault `reset-body`, and a sandbox that closes. It is a
 * `TypeError`, as the network failures of `fetch` are.
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
 *   () => handler(url, { method: "POST", body: "{}" }),
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

/** An answer in JSON, or in what is said to be. */
export function json(
  body: string | Uint8Array<ArrayBuffer>,
  type = "application/json",
): Response {
  return sized(body, { headers: { "content-type": type } });
}

const REASONS: Readonly<Record<number, string>> = {
  400: "Bad Request",
  404: "Not Found",
  405: "Method Not Allowed",
  408: "Request Timeout",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
};

/** An HTML page that says the status, as a proxy makes it. */
export function statusPage(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  detail = "sandbox",
): Response {
  return page(`${status} ${REASONS[status] ?? ""}`, detail, status, headers);
}

/** An HTML page with a title and one line below it. */
export function page(
  title: string,
  detail: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return sized(
    `<html>\r\n<head><title>${title}</title></head>\r\n` +
      `<body>\r\n<center><h1>${title}</h1></center>\r\n` +
      `<hr><center>${detail}</center>\r\n</body>\r\n</html>\r\n`,
    {
      status,
      headers: { "content-type": "text/html; charset=utf-8", ...headers },
    },
  );
}

/** A text in chunks, its length unsaid. */
export function chunked(text: string): Response {
  return new Response(text, {
    headers: { "content-type": "application/json" },
  });
}

/** Half of the text, and then the end, though the whole was announced. */
export function cutInHalf(text: string): Response {
  const bytes = new TextEncoder().encode(text);
  let isSent = false;
  return announced(bytes.length, {
    pull(controller) {
      if (isSent) throw new SandboxResetError();
      isSent = true;
      controller.enqueue(bytes.slice(0, bytes.length / 2));
    },
  });
}

/** The text in twenty pieces, the first at once and the last after `ms`. */
export function dripped(
  text: string,
  ms: number,
  signal: AbortSignal,
): Response {
  const bytes = new TextEncoder().encode(text);
  const count = 20;
  const size = Math.ceil(bytes.length / count);
  const cancelled = new AbortController();
  const stop = AbortSignal.any([signal, cancelled.signal]);
  let sent = 0;
  return announced(bytes.length, {
    async pull(controller) {
      if (sent > 0) await delay(ms / (count - 1), stop);
      controller.enqueue(bytes.slice(sent, sent += size));
      if (sent >= bytes.length) controller.close();
    },
    cancel: () => cancelled.abort(),
  });
}

/** Waits, or rejects with the signal's reason as soon as it is aborted. */
export function delay(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal.addEventListener("abort", stop);
  });
}

function announced(
  length: number,
  source: UnderlyingDefaultSource<Uint8Array<ArrayBuffer>>,
): Response {
  return new Response(new ReadableStream(source), {
    headers: {
      "content-type": "application/json",
      "content-length": String(length),
    },
  });
}

function sized(
  body: string | Uint8Array<ArrayBuffer>,
  { status = 200, headers }: {
    status?: number;
    headers: Record<string, string>;
  },
): Response {
  const bytes = typeof body === "string"
    ? new TextEncoder().encode(body)
    : body;
  return new Response(bytes, {
    status,
    headers: { ...headers, "content-length": String(bytes.length) },
  });
}
