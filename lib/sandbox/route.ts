/**
 * The one path and method that the endpoint has, and the pages that proxies and
 * gateways answer with.
 *
 * @module
 */

const REASONS: Readonly<Record<number, string>> = {
  400: "Bad Request",
  404: "Not Found",
  405: "Method Not Allowed",
  408: "Request Timeout",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
};

/** An HTML page that says the status, as a proxy makes it. */
export function statusPage(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  detail = "",
): Response {
  const title = `${status} ${REASONS[status] ?? ""}`.trim();
  return htmlPage(title, detail, { status, headers });
}

/** An HTML page with a title and one line below it. */
export function htmlPage(
  title: string,
  detail: string,
  init: { status?: number; headers?: Readonly<Record<string, string>> } = {},
): Response {
  return new Response(
    `<html>\r\n<head><title>${title}</title></head>\r\n` +
      `<body>\r\n<center><h1>${title}</h1></center>\r\n` +
      `<hr><center>${detail || "sandbox"}</center>\r\n</body>\r\n</html>\r\n`,
    {
      status: init.status ?? 200,
      headers: { "content-type": "text/html; charset=utf-8", ...init.headers },
    },
  );
}

/** The path of the endpoint. */
export const ENDPOINT_PATH = "/api/exploreropen/tokenapi";

/**
 * The page for a request to anything but the endpoint, `null` for one to it. A
 * query is welcome: Tencent's SDK sends one.
 */
export function refuseRoute(request: Request): Response | null {
  if (new URL(request.url).pathname !== ENDPOINT_PATH) return statusPage(404);
  if (request.method !== "POST") return statusPage(405, { allow: "POST" });
  return null;
}
