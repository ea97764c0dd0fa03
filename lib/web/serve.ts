import { KugouInputError } from "../../mod.ts";
import { setHeaders } from "./headers.ts";
import { bugEntry, logEntry, openLog, type WriteLine } from "./log.ts";
import type { Services } from "./services.ts";
import type { Settings } from "./settings.ts";

/** What answers requests, as `Deno.serve` calls it. */
export type Handler = (
  request: Request,
  info: Deno.ServeHandlerInfo,
) => Response | Promise<Response>;

/** Windows has no SIGTERM to listen to. */
const SIGNALS: readonly Deno.Signal[] = Deno.build.os === "windows"
  ? ["SIGINT"]
  : ["SIGINT", "SIGTERM"];

/** A signal within this time is the first one again, from a process above. */
const REPEAT_MS = 1_000;

/** What is not done by then is cut: containers are killed after 10 s. */
const GRACE_MS = 8_000;

/** The methods that Fresh knows; at any other its router breaks. */
const METHODS = new Set("GET HEAD POST PUT PATCH DELETE OPTIONS".split(" "));

/**
 * Serves until the first signal. Then no new connection is taken, and requests
 * in flight are finished, for a while.
 */
export async function serve(
  handler: Handler,
  { host, port, accessLog }: Pick<Settings, "host" | "port" | "accessLog">,
  graceMs: number = GRACE_MS,
): Promise<void> {
  const log = openLog();
  const guarded = guard(
    handler,
    accessLog ? log : null,
    (error, requestId) => log(bugEntry(error, requestId)),
  );
  let stopping: number | null = null;
  const server = listen({ host, port }, log, async (request, info) => {
    const response = await guarded(request, info);
    if (stopping !== null) response.headers.set("connection", "close");
    return response;
  });
  const grace = Promise.withResolvers<void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    if (stopping === null) {
      stopping = performance.now();
      server.shutdown();
      timer = setTimeout(grace.resolve, graceMs);
    } else if (performance.now() - stopping > REPEAT_MS) Deno.exit(130);
  };
  for (const signal of SIGNALS) Deno.addSignalListener(signal, stop);
  await Promise.race([server.finished, grace.promise]);
  for (const signal of SIGNALS) Deno.removeSignalListener(signal, stop);
  await Promise.race([log({ stopped: true }), grace.promise]);
  clearTimeout(timer);
}

function listen(
  { host, port }: Pick<Settings, "host" | "port">,
  log: WriteLine,
  handler: Handler,
): Deno.HttpServer {
  const onListen = ({ hostname, port }: Deno.NetAddr) => {
    const host = hostname.includes(":") ? `[${hostname}]` : hostname;
    log({ listening: `http://${host}:${port}/` });
  };
  try {
    return Deno.serve({ hostname: host, port, onListen }, handler);
  } catch (error) {
    if (error instanceof Deno.errors.NotCapable) throw error;
    throw new KugouInputError("HOST or PORT", {
      reason: {
        en: `cannot listen on ${host}:${port} (${(error as Error).message})`,
        zh: `无法监听 ${host}:${port}（${(error as Error).message}）`,
      },
      expected: { en: "a free address", zh: "未被占用的地址" },
      example: null,
    });
  }
}

/** Answers what Fresh cannot: addresses and methods it breaks at, and a crash. */
export function guard(
  handler: Handler,
  log: Services["log"],
  onBug: Services["onBug"],
): Handler {
  function answer(request: Request, status: number, text: string): Response {
    const response = new Response(`${text}\n`, { status });
    setHeaders(response, { requestId: crypto.randomUUID(), secure: false });
    log?.(logEntry(request, response, Date.now(), false));
    return response;
  }

  return async (request, info) => {
    if (!hasAddress(request)) return answer(request, 400, "Bad Request");
    if (!METHODS.has(request.method)) {
      return answer(request, 501, "Not Implemented");
    }
    try {
      const response = await handler(request, info);
      // Without it, Fresh answered by itself: something broke that it logged.
      const isOurs = response.headers.has("x-request-id");
      return isOurs ? response : answer(request, 500, "Internal Server Error");
    } catch (error) {
      const response = answer(request, 500, "Internal Server Error");
      onBug(error, response.headers.get("x-request-id") ?? "");
      return response;
    }
  };
}

/** What stands in `Host` is put into the URL as it is. */
function hasAddress({ headers, url }: Request): boolean {
  return URL.canParse(url) && !/[/?#\\@]/.test(headers.get("host") ?? "");
}
