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

const FIXED = Object.entries({
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy":
    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
});

/** Puts on a response what every response must carry. */
export function setHeaders(
  { headers }: Response,
  { requestId, secure }: { requestId: string; secure: boolean },
): void {
  for (const [name, value] of FIXED) headers.set(name, value);
  headers.set("x-request-id", requestId);
  headers.set("content-security-policy", policyFor(headers));
  headers.set("cache-control", cachingFor(headers));
  if (secure) headers.set("strict-transport-security", "max-age=31536000");
}

/** Fresh's `csp` wrote the nonce of the page's own scripts into the header. */
function policyFor(headers: Headers): string {
  if (!headers.get("content-type")?.startsWith("text/html")) return POLICY;
  const before = headers.get("content-security-policy") ?? "";
  const nonce = /'nonce-[\w+/=-]+'/.exec(before)?.[0];
  return `${PAGE_POLICY}; script-src ${nonce ? `'self' ${nonce}` : "'none'"}`;
}

/** Only files whose URL names their build, which Fresh calls immutable, may be stored. */
function cachingFor(headers: Headers): string {
  const before = headers.get("cache-control") ?? "";
  return before.includes("immutable") ? before : "no-store";
}
