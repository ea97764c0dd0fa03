/** A server that knows every device, and answers as slowly as it is told. */

export interface Responder extends AsyncDisposable {
  readonly endpoint: string;
  readonly port: number;
  /** How often each device was asked about. */
  readonly asked: ReadonlyMap<string, number>;
  /** How many requests were under way at most. */
  readonly atOnce: number;
  /** Waits until so many requests came, or fails when the asker ends before. */
  readonly untilRequests: (
    count: number,
    asker: Deno.ChildProcess,
  ) => Promise<void>;
}

/**
 * Starts it; a device whose name begins with `bad` is none, and one whose name
 * begins with `hangs` is never answered. Closed, it breaks all connections.
 */
export function respond(latencyMs = 0, port = 0): Responder {
  const asked = new Map<string, number>();
  const close = new AbortController();
  const waiting = new Set<() => void>();
  let requests = 0;
  let now = 0;
  let atOnce = 0;
  const server = Deno.serve(
    { hostname: "127.0.0.1", port, signal: close.signal, onListen() {} },
    async (request) => {
      atOnce = Math.max(atOnce, ++now);
      const { DeviceId: device } = await request.json();
      asked.set(device, (asked.get(device) ?? 0) + 1);
      requests++;
      for (const look of waiting) look();
      if (latencyMs > 0) await pause(latencyMs, close.signal);
      now--;
      if (device.includes("/hangs")) await never(request.signal);
      return Response.json({ Response: answerOf(device) });
    },
  );
  return {
    port: server.addr.port,
    endpoint: `http://127.0.0.1:${server.addr.port}/api/exploreropen/tokenapi`,
    asked,
    get atOnce() {
      return atOnce;
    },
    async untilRequests(count, { status }) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const look = () => requests >= count && resolve();
      waiting.add(look);
      look();
      status.then(({ code }) =>
        reject(new Error(`it ended with ${code} after ${requests} of ${count}`))
      );
      await promise.finally(() => waiting.delete(look));
    },
    async [Symbol.asyncDispose]() {
      close.abort();
      await server.finished;
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function never(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) =>
    signal.addEventListener("abort", () => resolve())
  );
}

function answerOf(device: string) {
  const code = "ResourceNotFound.DeviceNotExist";
  return device.includes("/bad")
    ? { Error: { Code: code, Message: "" }, RequestId: "r" }
    : { Data: { userid: device, is_vip: 1 }, ErrorCode: 0, RequestId: "r" };
}

/** An endpoint where nobody listens. */
export async function closed(): Promise<{ endpoint: string; port: number }> {
  await using server = respond();
  const { endpoint, port } = server;
  return { endpoint, port };
}
