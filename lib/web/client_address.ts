/**
 * Who asks: the address that a limit is counted for.
 *
 * @module
 */

/**
 * Finds the address of the client.
 *
 * `X-Forwarded-For` counts only as far as one's own proxies wrote it: each puts
 * the address that it sees at the end, and whatever stands before can be made
 * up.
 *
 * @param headers The headers of the request.
 * @param remote The address that the connection comes from.
 * @param trustProxy How many proxies of one's own stand before the page.
 * @returns The address; of IPv6 the first half, as one home or phone has the
 * whole other half for itself.
 */
export function clientAddress(
  headers: Headers,
  remote: string,
  trustProxy: number,
): string {
  const forwarded = trustedItem(
    headers.get("x-forwarded-for"),
    trustProxy,
  );
  return group(isAddress(forwarded) ? forwarded : remote);
}

/**
 * Picks what the outermost of one's own proxies wrote into a list.
 *
 * @param list The value of an `X-Forwarded-…` header.
 * @param trustProxy How many proxies of one's own stand before the page.
 * @returns The item, or `null` if there is none to trust.
 */
export function trustedItem(
  list: string | null,
  trustProxy: number,
): string | null {
  if (list === null || trustProxy === 0) return null;
  const items = list.split(",").map((item) => item.trim());
  // A proxy that replaces the header leaves fewer items than there are proxies.
  return items[Math.max(0, items.length - trustProxy)] || null;
}

function isAddress(text: string | null): text is string {
  return text !== null && /^[\da-fA-F:.]{2,45}$/.test(text);
}

function group(address: string): string {
  if (!address.includes(":")) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  const [head = ""] = address.split("::");
  const parts = head === "" ? [] : head.split(":");
  return [...parts, "0", "0", "0", "0"].slice(0, 4)
    .map((part) => part.toLowerCase().replace(/^0+(?=.)/, "")).join(":") +
    "::/64";
}
