/**
 * The sandbox as a server.
 *
 * @module
 */

import { SANDBOX_DEVICES } from "./devices.ts";
import {
  createExchange,
  type Exchange,
  SandboxResetError,
} from "./exchange.ts";
import { type FrontConnection, openFront } from "./front.ts";
import { checkPort, readOptions } from "./options.ts";
import { ENDPOINT_PATH } from "./route.ts";
import type { Sandbox, SandboxOptions } from "./types.ts";

/** Nothing but this machine may reach the sandbox. */
const HOSTNAME = "127.0.0.1";

/**
 * Starts a sandbox on 127.0.0.1. It runs until it is closed.
 *
 * Needs Deno and the permission `--allow-net=127.0.0.1`, nothing else: besides
 * the port that clients see it uses another free one for itself.
 *
 * @param options The port, the envelope, faults and so on; all have defaults.
 * @returns The running sandbox: it listens already.
 * @throws {RangeError} If an option has a value that cannot be.
 * @throws {Deno.errors.AddrInUse} If the port is taken.
 * @throws {Deno.errors.NotCapable} If the permission is missing.
 * @throws The reason of `options.signal`, if that is aborted already.
 *
 * @example Tencent's own envelope, and every tenth answer a 503
 * ```ts
 * import { parseFaults, startSandbox } from "@kugou-iot/client/sandbox";
 * import { assertMatch } from "@std/assert";
 *
 * await using sandbox = startSandbox({
 *   envelope: "gateway",
 *   faults: parseFaults("503:0.1"),
 * });
 * assertMatch(sandbox.endpoint, /^http:\/\/127\.0\.0\.1:\d+\/api\//);
 * ```
 */
export function startSandbox(options: SandboxOptions = {}): Sandbox {
  const { port = 0, signal } = options;
  const { accessToken } = readOptions(options);
  checkPort(port);
  signal?.throwIfAborted();

  const closing = new AbortController();
  const exchange = createExchange({ ...options, signal: closing.signal });
  const listener = Deno.listen({ hostname: HOSTNAME, port });
  const server = serve(listener, exchange, (port) => front.connection(port));
  const front = openFront(listener, server.addr);
  let closed: Promise<void> | undefined;
  signal?.addEventListener("abort", close);

  return {
    endpoint: `http://${HOSTNAME}:${listener.addr.port}${ENDPOINT_PATH}`,
    accessToken,
    devices: SANDBOX_DEVICES,
    close,
    [Symbol.asyncDispose]: close,
  };

  function close(): Promise<void> {
    return closed ??= shutdown();
  }

  async function shutdown(): Promise<void> {
    signal?.removeEventListener("abort", close);
    closing.abort();
    await front.close();
    await server.shutdown();
  }
}

/** Starts the HTTP server behind the door; without it, the door is shut. */
function serve(
  listener: Deno.TcpListener,
  exchange: Exchange,
  connectionAt: (port: number) => FrontConnection | undefined,
): Deno.HttpServer<Deno.NetAddr> {
  try {
    return Deno.serve(
      { hostname: HOSTNAME, port: 0, onListen() {} },
      (request, { remoteAddr }) =>
        answer(request, exchange, connectionAt(remoteAddr.port)),
    );
  } catch (error) {
    listener.close();
    throw error;
  }
}

/** Answers a request, or breaks its connection where the sandbox says so. */
async function answer(
  request: Request,
  exchange: Exchange,
  connection: FrontConnection | undefined,
): Promise<Response> {
  // A connection that is no longer known has ended.
  const gone = connection?.gone ?? AbortSignal.abort();
  try {
    return await exchange(request, () => gone);
  } catch (error) {
    if (!gone.aborted && !(error instanceof SandboxResetError)) throw error;
    connection?.cut();
    // Nobody is left to read it.
    return new Response(null, { status: 500 });
  }
}
