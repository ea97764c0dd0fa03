/** What one's own proxies say about a visitor, as far as they wrote it. */

/** Finds the address that a limit is counted for. */
export function clientAddress(
  headers: Headers,
  remote: string,
  trustProxy: number,
): string {
  const forwarded = trustedItem(headers.get("x-forwarded-for"), trustProxy);
  return (forwarded && groupOf(forwarded)) || groupOf(remote) || remote;
}

/** Finds the origin as the browser knows it, before proxies that end TLS. */
export function ownOrigin(
  url: URL,
  headers: Headers,
  trustProxy: number,
): string {
  const proto = trustedItem(headers.get("x-forwarded-proto"), trustProxy);
  const host = trustedItem(headers.get("x-forwarded-host"), trustProxy);
  if (proto === null && host === null) return url.origin;
  const scheme = proto === "https" || proto === "http"
    ? `${proto}:`
    : url.protocol;
  return URL.parse(`${scheme}//${host ?? url.host}`)?.origin ?? url.origin;
}

/** Each proxy writes at the end; what stands before can be made up. */
function trustedItem(list: string | null, trustProxy: number): string | null {
  if (list === null || trustProxy === 0) return null;
  const items = list.split(",").map((item) => item.trim());
  // A proxy that replaces the header leaves fewer items than there are proxies.
  return items[Math.max(0, items.length - trustProxy)] || null;
}

/** Of IPv6 the first half: one home or phone has the other for itself. */
function groupOf(address: string): string | null {
  // Some proxies add a port, which is another for each connection.
  const bare = address.replace(/^\[(.*)\](?::\d+)?$/, "$1")
    .replace(/^(.*\d\.\d+\.\d+\.\d+):\d+$/, "$1").replace(/%.*$/, "");
  const [, ipv4] = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(bare) ?? [];
  if (ipv4 !== undefined) return ipv4;
  if (!/^[\da-f:.]+$/i.test(bare)) return null;
  // The URL parser writes every form of an address in one way.
  const hostname = URL.parse(`http://[${bare}]`)?.hostname;
  if (hostname === undefined) return null;
  const [head = ""] = hostname.slice(1, -1).split("::");
  const parts = head === "" ? [] : head.split(":");
  return [...parts, "0", "0", "0", "0"].slice(0, 4).join(":") + "::/64";
}
