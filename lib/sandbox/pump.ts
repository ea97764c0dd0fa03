/**
 * Moves bytes from one connection to another.
 *
 * @module
 */

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
