/**
 * The sandbox as a server, behind a door that passes bytes between clients and
 * it, and can cut a connection, for which `Deno.serve` itself has no means.
 *
 * @module
 */

import { SANDBOX_DEVICES } from "./devices.ts";
import {
  createExchange,
  type Exchange,
  SandboxResetError,
} from "./exchange.ts";
import { checkPort, readOptions } from "./options.ts";
import type { Sandbox, SandboxOptions } from "./types.ts";
import { ENDPOINT_PATH } from "./wire_request.ts";

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

/** A connection of a client, from the door to the HTTP server. */
export interface FrontConnection {
  /** Aborted when the connection ends, whoever ends it. */
  readonly gone: AbortSignal;
  /** Ends it in the middle of whatever it does. */
  cut(): void;
}

/** A door that is open. */
export interface Front {
  /** The connection whose end at the HTTP server has this port. */
  connection(innerPort: number): FrontConnection | undefined;
  /** Cuts all connections and frees the port. */
  close(): Promise<void>;
}

/** Opens the door in front of the HTTP server at a port of this machine. */
export function openFront(
  listener: Deno.TcpListener,
  { hostname, port }: Deno.NetAddr,
): Front {
  const clients = new Set<Deno.TcpConn>();
  const connections = new Map<number, FrontConnection>();
  const relays = new Set<Promise<void>>();
  const accepting = accept();

  return {
    connection: (innerPort) => connections.get(innerPort),
    async close() {
      listener.close();
      await accepting;
      clients.forEach(closeQuietly);
      await Promise.all(relays);
    },
  };

  /** Ends when the listener is closed. */
  async function accept(): Promise<void> {
    for await (const client of listener) {
      const relay = join(client);
      relays.add(relay);
      relay.then(() => relays.delete(relay));
    }
  }

  /** Ends when either side closes; the other side is closed with it. */
  async function join(client: Deno.TcpConn): Promise<void> {
    clients.add(client);
    // A server that no longer listens is a sandbox that is about to close.
    const server = await Deno.connect({ hostname, port }).catch(() => null);
    if (server) await pass(client, server);
    closeQuietly(client);
    clients.delete(client);
  }

  async function pass(
    client: Deno.TcpConn,
    server: Deno.TcpConn,
  ): Promise<void> {
    const { port } = server.localAddr;
    const gone = new AbortController();
    const cut = () => closeQuietly(client);
    connections.set(port, { gone: gone.signal, cut });
    await Promise.all([pump(client, server), pump(server, client)]);
    connections.delete(port);
    gone.abort();
  }
}

/**
 * Passes on what comes in until either side ends, then closes both: as in the
 * server behind, a connection that is closed halfway is closed.
 */
export async function pump(
  from: Deno.TcpConn,
  to: Deno.TcpConn,
): Promise<void> {
  const buffer = new Uint8Array(64 * 1024);
  try {
    to.setNoDelay();
    for (;;) {
      const count = await from.read(buffer);
      if (count === null) break;
      await writeAll(to, buffer.subarray(0, count));
    }
  } catch {
    // A side that went away: closing is all that is left to do.
  } finally {
    closeQuietly(from);
    closeQuietly(to);
  }
}

/** Closes a connection that may be closed already. */
export function closeQuietly(connection: Deno.TcpConn | undefined): void {
  try {
    connection?.close();
  } catch {
    // It was closed.
  }
}

async function writeAll(to: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  let rest = bytes;
  while (rest.length > 0) rest = rest.subarray(await to.write(rest));
}
