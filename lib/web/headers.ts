/**
 * The headers that every response carries.
 *
 * @module
 */

const POLICY = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

/** What a page may load besides; other responses load nothing. */
const PAGE_POLICY = [
  "style-src 'self'",
  // Avatars; avatar.ts keeps those of private hosts out.
  "img-src 'self' https:",
  "connect-src 'self'",
];

const FIXED: Readonly<Record<string, string>> = {
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY", // for browsers that know no frame-ancestors
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": [
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
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
  /** The language of pages, or nothing where there is none. */
  readonly tag?: string;
}

/**
 * Puts the headers on a response that every response must carry.
 *
 * @param headers The headers of the response, which are changed.
 * @param facts What they depend on.
 */
export function secureHeaders(headers: Headers, facts: HeaderFacts): void {
  for (const [name, value] of Object.entries(FIXED)) headers.set(name, value);
  const isPage = headers.get("content-type")?.startsWith("text/html") ?? false;
  headers.set("content-security-policy", policyFor(headers, isPage));
  headers.set("cache-control", cachingFor(headers));
  headers.set("x-request-id", facts.requestId);
  if (facts.secure) {
    headers.set("strict-transport-security", "max-age=31536000");
  }
  if (isPage && facts.tag) {
    headers.set("content-language", facts.tag);
    headers.append("vary", "Accept-Language");
  }
}

/** Fresh's `csp` wrote the nonce of the page's own scripts into the header. */
function policyFor(headers: Headers, isPage: boolean): string {
  if (!isPage) return POLICY.join("; ");
  const before = headers.get("content-security-policy") ?? "";
  const nonce = /'nonce-([\w+/=-]+)'/.exec(before)?.[1];
  const scripts = nonce === undefined
    ? "script-src 'none'"
    : `script-src 'self' 'nonce-${nonce}'`;
  return [...POLICY, ...PAGE_POLICY, scripts].join("; ");
}

/**
 * Nothing is stored but files whose URL names the build that they belong to,
 * which Fresh calls immutable. They are the same for everybody.
 */
function cachingFor(headers: Headers): string {
  const before = headers.get("cache-control") ?? "";
  return before.includes("immutable") ? before : "no-store";
}
