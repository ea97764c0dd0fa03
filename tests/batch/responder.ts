/** A server that knows every device, and answers as slowly as it is told. */

export interface Responder extends AsyncDisposable {
  readonly endpoint: string;
  /** How often each device was asked about. */
  readonly asked: ReadonlyMap<string, number>;
  /** How many requests were under way at most. */
  readonly atOnce: number;
}

/** Waits until so many devices were asked about, or fails when the asker ends. */
export async function untilAsked(
  { asked }: Responder,
  count: number,
  { status }: Deno.ChildProcess,
): Promise<void> {
  let hasEnded = false;
  status.then(() => hasEnded = true);
  while (asked.size < count) {
    if (hasEnded) throw new Error(`${asked.size} of ${count} were asked about`);
    await new Promise((go) => setTimeout(go, 10));
  }
}

/** Starts it; a device whose name begins with `bad` is none. */
export function respond(latencyMs = 0): Responder {
  const asked = new Map<string, number>();
  let now = 0;
  let atOnce = 0;
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async (request) => {
      atOnce = Math.max(atOnce, ++now);
      const { DeviceId: device } = await request.json();
      asked.set(device, (asked.get(device) ?? 0) + 1);
      if (latencyMs > 0) await new Promise((go) => setTimeout(go, latencyMs));
      now--;
      return Response.json({ Response: answerOf(device) });
    },
  );
  return {
    endpoint: `http://127.0.0.1:${server.addr.port}/api/exploreropen/tokenapi`,
    asked,
    get atOnce() {
      return atOnce;
    },
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

function answerOf(device: string) {
  const code = "ResourceNotFound.DeviceNotExist";
  return device.includes("/bad")
    ? { Error: { Code: code, Message: "" }, RequestId: "r" }
    : { Data: { userid: device, is_vip: 1 }, ErrorCode: 0, RequestId: "r" };
}
