/**
 * The door of the sandbox: passes bytes between clients and its HTTP server,
 * and can cut a connection, for which `Deno.serve` itself has no means.
 *
 * @module
 */

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
