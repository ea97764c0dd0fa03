/**
 * The access log: one line of JSON for each request, with nothing secret in it:
 * no token, no query, no device, no address of a visitor.
 *
 * @module
 */

/** One request in the log. */
export interface AccessLogEntry {
  /** When the request came in, in ISO 8601. */
  readonly time: string;
  /** The id that the response carries, too. */
  readonly requestId: string;
  /** The HTTP method. */
  readonly method: string;
  /** The path if there is such a page or file, else `-`: it may be anything. */
  readonly path: string;
  /** The HTTP status of the answer. */
  readonly status: number;
  /** Milliseconds from the request to its answer. */
  readonly durationMs: number;
  /** The request id that was sent to the endpoint last, if any was. */
  readonly kugouRequestId?: string;
}

const PAGES = new Set(["/", "/errors", "/healthz", "/api/user-info"]);

/** The methods that HTTP defines; anything else was made up by the client. */
const METHODS = new Set(
  "GET HEAD POST PUT PATCH DELETE OPTIONS TRACE CONNECT".split(" "),
);

/**
 * Makes an entry of the log.
 *
 * @param request The request.
 * @param status The HTTP status of the answer.
 * @param ids The request's id, and the one that was sent to the endpoint.
 * @param startMs When the request came in, in milliseconds since 1970.
 * @param endMs When the answer was ready.
 * @returns The entry.
 */
export function logEntry(
  request: Request,
  status: number,
  ids: { requestId: string; kugouRequestId?: string | null },
  startMs: number,
  endMs: number,
): AccessLogEntry {
  return {
    time: new Date(startMs).toISOString(),
    requestId: ids.requestId,
    method: METHODS.has(request.method) ? request.method : "-",
    path: loggable(new URL(request.url).pathname, status),
    status,
    durationMs: Math.round((endMs - startMs) * 10) / 10,
    ...(ids.kugouRequestId ? { kugouRequestId: ids.kugouRequestId } : {}),
  };
}

/** What is no page of ours was found if the answer was good: it is a file. */
function loggable(path: string, status: number): string {
  return PAGES.has(path) || status < 400 ? path : "-";
}

const ENCODER = new TextEncoder();

/**
 * Writes one line of JSON to stdout.
 *
 * @param entry What to write.
 */
export function writeLogLine(entry: object): void {
  Deno.stdout.writeSync(ENCODER.encode(JSON.stringify(entry) + "\n"));
}

/**
 * Logs a bug. Errors of the client carry no token, and those of our own code
 * quote no value.
 *
 * @param error What was thrown.
 * @param requestId The id of the request that met it.
 */
export function logBug(error: unknown, requestId: string): void {
  const time = new Date().toISOString();
  const bug = error instanceof Error ? error.stack ?? error.message : "unknown";
  writeLogLine({ time, requestId, bug });
}
