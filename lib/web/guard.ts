import { setHeaders } from "./headers.ts";
import { logEntry } from "./log.ts";
import type { Services } from "./services.ts";

/** What answers requests, as `Deno.serve` calls it. */
export type Handler = (
  request: Request,
  info: Deno.ServeHandlerInfo,
) => Response | Promise<Response>;

/** The methods that Fresh knows; at any other its router breaks. */
const METHODS = new Set("GET HEAD POST PUT PATCH DELETE OPTIONS".split(" "));

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
