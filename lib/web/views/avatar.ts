/** Names that never lead into the public internet. */
const PRIVATE_NAMES =
  /(?:^|\.)(?:localhost|local|internal|lan|home|corp|arpa)$/;

/** This network, loopback, private, shared, link-local, test, multicast. */
const PRIVATE_IPV4 =
  /^(?:0|10|127|22[4-9]|2[3-5]\d)\.|^169\.254\.|^192\.168\.|^192\.0\.[02]\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^198\.1[89]\./;

/**
 * Says whether an avatar may be loaded: over https, from a public host, on the
 * usual port. A visitor's browser must not knock at doors inside their network.
 * `null` is only to be shown as text.
 */
export function loadableAvatar(text: string): string | null {
  const url = parse(text);
  if (url === null || url.protocol !== "https:") return null;
  if (url.port !== "" || url.username !== "" || url.password !== "") {
    return null;
  }
  return isPublic(url.hostname) ? url.href : null;
}

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** The URL parser has already written every form of an address in one way. */
function isPublic(hostname: string): boolean {
  if (/^\d+\.\d+\.\d+\.\d+$/.test(hostname)) {
    return !PRIVATE_IPV4.test(hostname);
  }
  const name = hostname.replace(/\.$/, "");
  // No dot: a name of one's own network, or an IPv6 address; no service has one
  // of those for a name, and the ways to write a private one are many.
  return name.includes(".") && !PRIVATE_NAMES.test(name);
}
