/** One request in the log: no token, no query, no device, no address. */
export interface AccessLogEntry {
  /** When the request came in, in ISO 8601. */
  readonly time: string;
  /** The id that the response carries, too. */
  readonly requestId: string;
  readonly method: string;
  /** `-` where there is no such page or file: it may be anything. */
  readonly path: string;
  readonly status: number;
  readonly durationMs: number;
  /** The request id that was sent to the endpoint last, if any was. */
  readonly kugouRequestId?: string;
}

/** Writes a line of JSON; resolves when it was written, or is lost. */
export type WriteLine = (line: object) => Promise<void>;

/** The methods that HTTP defines; anything else was made up by the client. */
const METHODS = new Set(
  "GET HEAD POST PUT PATCH DELETE OPTIONS TRACE CONNECT".split(" "),
);

/** Says what a request came to. */
export function logEntry(
  { method, url }: Request,
  { headers, status }: Response,
  startMs: number,
  isPage: boolean,
): AccessLogEntry {
  const kugouRequestId = headers.get("x-kugou-request-id");
  return {
    time: new Date(startMs).toISOString(),
    requestId: headers.get("x-request-id") ?? "",
    method: METHODS.has(method) ? method : "-",
    // What is no page was found if the answer was good: it is a file.
    path: isPage || status < 400 ? URL.parse(url)?.pathname ?? "-" : "-",
    status,
    durationMs: Math.max(0, Date.now() - startMs),
    ...kugouRequestId === null ? {} : { kugouRequestId },
  };
}

/** Says that something broke. No error of ours carries a token. */
export function bugEntry(error: unknown, requestId: string): object {
  const bug = error instanceof Error ? error.stack ?? error.message : "unknown";
  return { time: new Date().toISOString(), requestId, bug };
}

/** How much waits for a reader that has stopped to read. */
const MAX_WAITING = 1_000_000;

const ENCODER = new TextEncoder();

/** Opens a log on stdout. Where nobody reads it, lines are lost, not requests. */
export function openLog(
  write: (bytes: Uint8Array) => Promise<number> = (it) => Deno.stdout.write(it),
): WriteLine {
  let waiting = "";
  let lost = 0;
  let writing: Promise<void> | null = null;

  async function writeWaiting(): Promise<void> {
    while (waiting !== "") {
      const bytes = ENCODER.encode(waiting);
      waiting = "";
      try {
        for (let at = 0; at < bytes.length;) {
          at += await write(bytes.subarray(at));
        }
      } catch {
        // A closed pipe: the page goes on without its log.
      }
    }
    writing = null;
  }

  return (line) => {
    if (waiting.length > MAX_WAITING) lost++;
    else {
      if (lost > 0) waiting += `${JSON.stringify({ lost })}\n`;
      lost = 0;
      waiting += `${JSON.stringify(line)}\n`;
    }
    return writing ??= writeWaiting();
  };
}
