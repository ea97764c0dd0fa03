import type { IncomingMessage, ServerResponse } from "node:http";
import { SANDBOX_DEVICES, type SandboxDevice } from "./devices.ts";
import { createExchange, type Exchange } from "./exchange.ts";
import { readOptions, type SandboxOptions } from "./options.ts";
import { ENDPOINT_PATH } from "./request.ts";
import { SandboxResetError } from "./responses.ts";

/** A running sandbox. Close it, or let `await using` do so. */
export interface Sandbox extends AsyncDisposable {
  /** The full URL to send requests to, such as `http://127.0.0.1:8787/api/exploreropen/tokenapi`. */
  readonly endpoint: string;
  /** The access token that this sandbox accepts. */
  readonly accessToken: string;
  /** The devices that it answers for. */
  readonly devices: readonly SandboxDevice[];
  /**
   * Cuts every connection, stops what is still slow, and frees the port. A
   * second call does nothing more.
   *
   * @returns A promise that resolves when nothing is left running.
   */
  close(): Promise<void>;
}

/** Nothing but this machine may reach the sandbox. */
const HOSTNAME = "127.0.0.1";

/**
 * Starts a sandbox on 127.0.0.1. It runs until it is closed.
 *
 * It runs in Deno, Node.js and Bun. Deno needs the permission
 * `--allow-net=127.0.0.1` for it, nothing else.
 *
 * @param options The port, the envelope, faults and so on; all have defaults.
 * @returns The running sandbox, once it listens.
 * @throws {KugouInputError} If an option has a value that cannot be.
 * @throws {Error} If it cannot listen; `code` is `EADDRINUSE` where the port is
 * taken.
 * @throws {Deno.errors.NotCapable} If the permission is missing.
 * @throws The reason of `options.signal`, if that is aborted already.
 *
 * @example Tencent's own envelope, and every tenth answer a 503
 * ```ts
 * import { parseFaults, startSandbox } from "@kugou-iot/client/sandbox";
 * import { assertMatch } from "@std/assert";
 *
 * const sandbox = await startSandbox({
 *   envelope: "gateway",
 *   faults: parseFaults("503:0.1"),
 * });
 * assertMatch(sandbox.endpoint, /^http:\/\/127\.0\.0\.1:\d+\/api\//);
 * await sandbox.close();
 * ```
 */
export async function startSandbox(
  options: SandboxOptions = {},
): Promise<Sandbox> {
  const { signal } = options;
  const { accessToken, port } = readOptions(options);
  signal?.throwIfAborted();
  await requirePermission(port);

  const exchange = createExchange(options);
  // Not imported above: browsers have no servers, but may use the handler.
  const { createServer } = await import("node:http");
  // Clients keep connections for longer than the usual 5 s, and would meet a reset.
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    return serve(exchange, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, HOSTNAME, resolve);
  });

  const address = server.address() as { port: number };
  let closed: Promise<void> | undefined;
  const close = () => closed ??= shutdown();
  async function shutdown(): Promise<void> {
    signal?.removeEventListener("abort", close);
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  }
  signal?.addEventListener("abort", close);
  if (signal?.aborted) await close();

  return {
    endpoint: `http://${HOSTNAME}:${address.port}${ENDPOINT_PATH}`,
    accessToken,
    devices: SANDBOX_DEVICES,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** In Deno, `node:http` throws a missing permission where nobody can catch it. */
async function requirePermission(port: number): Promise<void> {
  if (!globalThis.Deno) return;
  const host = `${HOSTNAME}:${port}`;
  const { state } = await Deno.permissions.request({ name: "net", host });
  if (state === "granted") return;
  throw new Deno.errors.NotCapable(
    `Cannot start the sandbox: run again with --allow-net=${HOSTNAME}`,
  );
}

/** Answers a request, or breaks its connection where the exchange says so. */
async function serve(
  exchange: Exchange,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const body = await readBody(request);
  if (body === null) return;
  try {
    const answer = await exchange({
      method: request.method ?? "",
      // A client that goes around a proxy may send the whole URL here.
      path: (request.url ?? "").replace(/^https?:\/\/[^/]*|\?.*/gs, ""),
      contentType: request.headers["content-type"] ?? null,
      body,
      signal: gone.signal,
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    for await (const chunk of answer.body ?? []) {
      await new Promise((resolve) => response.write(chunk, resolve));
    }
    response.end();
  } catch (error) {
    request.socket.destroy();
    if (gone.signal.aborted || error instanceof SandboxResetError) return;
    throw error;
  }
}

/** Reads a request to its end, or gives `null` where the client has left. */
async function readBody(
  request: IncomingMessage,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    for await (const chunk of request) chunks.push(chunk);
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
  } catch {
    request.socket.destroy();
    return null;
  }
}
