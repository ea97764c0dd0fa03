/**
 * The headers that every response carries.
 *
 * @module
 */

/** Of a response that loads nothing. */
const POLICY = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** Of a page, but for its scripts. */
const PAGE_POLICY = [
  POLICY,
  "style-src 'self'",
  // Avatars; avatar.ts keeps those of private hosts out.
  "img-src 'self' https:",
  "connect-src 'self'",
].join("; ");

const FIXED: Readonly<Record<string, string>> = {
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": [
    "camera",
    "display-capture",
    "geolocation",
    "microphone",
    "payment",
    "usb",
  ].map((feature) => `${feature}=()`).join(", "),
};

/** What the headers depend on. */
export interface HeaderFacts {
  /** The id of the request. */
  readonly requestId: string;
  /** Whether the visitor reaches the page over TLS. */
  readonly secure: boolean;
}

/**
 * Gives the headers that a response must carry that is no page and that nobody
 * may store, as most are.
 *
 * @param facts What they depend on.
 * @returns The headers.
 */
export function plainHeaders(
  { requestId, secure }: HeaderFacts,
): Record<string, string> {
  const headers = {
    ...FIXED,
    "content-security-policy": POLICY,
    "cache-control": "no-store",
    "x-request-id": requestId,
  };
  return secure
    ? { ...headers, "strict-transport-security": "max-age=31536000" }
    : headers;
}

/**
 * Puts the headers on a response that every response must carry.
 *
 * @param headers The headers of the response, which are changed.
 * @param facts What they depend on.
 */
export function secureHeaders(headers: Headers, facts: HeaderFacts): void {
  const isPage = headers.get("content-type")?.startsWith("text/html") ?? false;
  const all = {
    ...plainHeaders(facts),
    ...isPage ? { "content-security-policy": pagePolicy(headers) } : {},
    "cache-control": cachingFor(headers),
  };
  for (const [name, value] of Object.entries(all)) headers.set(name, value);
}

/** Fresh's `csp` wrote the nonce of the page's own scripts into the header. */
function pagePolicy(headers: Headers): string {
  const before = headers.get("content-security-policy") ?? "";
  const nonce = /'nonce-([\w+/=-]+)'/.exec(before)?.[1];
  const scripts = nonce === undefined
    ? "script-src 'none'"
    : `script-src 'self' 'nonce-${nonce}'`;
  return `${PAGE_POLICY}; ${scripts}`;
}

/**
 * Nothing is stored but files whose URL names the build that they belong to,
 * which Fresh calls immutable. They are the same for everybody.
 */
function cachingFor(headers: Headers): string {
  const before = headers.get("cache-control") ?? "";
  return before.includes("immutable") ? before : "no-store";
}
