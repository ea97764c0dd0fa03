import { assertEquals } from "@std/assert";
import { clientAddress, ownOrigin } from "../../lib/web/forwarded.ts";

const address = (forwarded: string | null, proxies: number) =>
  clientAddress(
    new Headers(forwarded === null ? {} : { "x-forwarded-for": forwarded }),
    "203.0.113.9",
    proxies,
  );

Deno.test("without a trusted proxy, X-Forwarded-For counts for nothing", () => {
  assertEquals(address("192.0.2.1", 0), "203.0.113.9");
});

Deno.test("one proxy is believed in what it added, at the end", () => {
  assertEquals(address("192.0.2.66, 192.0.2.1", 1), "192.0.2.1");
});

Deno.test("two proxies are believed in the last two, and no further", () => {
  assertEquals(
    address("192.0.2.66, 192.0.2.1, 198.51.100.7", 2),
    "192.0.2.1",
  );
});

Deno.test("a proxy that sends one address for several is believed, too", () => {
  assertEquals(address("192.0.2.1", 2), "192.0.2.1");
});

for (
  const odd of [
    null,
    "",
    "unknown",
    "<script>",
    "_hidden",
    "_hidden:80",
    "[]:80",
    "::::",
  ]
) {
  Deno.test(`where X-Forwarded-For is ${odd}, the connection counts`, () => {
    assertEquals(address(odd, 1), "203.0.113.9");
  });
}

Deno.test("an IPv6 client counts by the half that its network was given", () => {
  const clients = ["2001:db8:1:2:3:4:5:6", "2001:0DB8:1:2::9"];
  for (const client of clients) {
    assertEquals(address(client, 1), "2001:db8:1:2::/64");
  }
  assertEquals(address("::1", 1), "0:0:0:0::/64");
});

Deno.test("an IPv4 client is the same over an IPv6 socket", () => {
  assertEquals(address("::ffff:192.0.2.1", 1), "192.0.2.1");
});

for (
  const [forwarded, client] of [
    ["203.0.113.10:40001", "203.0.113.10"],
    ["192.0.2.66:1, 203.0.113.10:65535", "203.0.113.10"],
    ["[2001:db8::1]:40001", "2001:db8:0:0::/64"],
    ["[2001:db8::1]", "2001:db8:0:0::/64"],
    ["[::ffff:203.0.113.10]:40001", "203.0.113.10"],
    ["::ffff:203.0.113.10:40001", "203.0.113.10"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ] as const
) {
  Deno.test(`a client that a proxy calls ${forwarded} counts as ${client}`, () => {
    assertEquals(address(forwarded, 1), client);
  });
}

const origin = (headers: Record<string, string>, proxies: number) =>
  ownOrigin(
    new URL("http://10.0.0.5:8000/errors"),
    new Headers(headers),
    proxies,
  );

Deno.test("the origin is the one of the request, without a trusted proxy", () => {
  const headers = {
    "x-forwarded-proto": "https",
    "x-forwarded-host": "lookup.example",
  };
  assertEquals(origin(headers, 0), "http://10.0.0.5:8000");
  assertEquals(origin(headers, 1), "https://lookup.example");
});

Deno.test("a proxy may tell the scheme alone", () => {
  assertEquals(
    origin({ "x-forwarded-proto": "https" }, 1),
    "https://10.0.0.5:8000",
  );
});

Deno.test("a forwarded host or scheme that cannot be is not believed", () => {
  const host = { "x-forwarded-host": "a b" };
  assertEquals(origin(host, 1), "http://10.0.0.5:8000");
  const scheme = { "x-forwarded-proto": "ftp" };
  assertEquals(origin(scheme, 1), "http://10.0.0.5:8000");
});
