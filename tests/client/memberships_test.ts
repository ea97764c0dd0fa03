import { expiresWithin, isActive, readKugouUser } from "@kugou-iot/client";
import { assertEquals } from "@std/assert";

const AT = new Date("2026-06-01T00:00:00Z");
const user = readKugouUser({
  vip_end_time: "2026-06-08 08:00:00",
  car_vip_end_time: "2026-06-01 08:00:01",
  svip_end_time: "2026-06-01 08:00:00",
}, AT);

Deno.test("a membership is active until its end, and not at it", () => {
  const names = ["vip", "car", "svip"] as const;
  assertEquals(names.map((name) => isActive(user, name, AT)), [
    true,
    true,
    false,
  ]);
  const later = new Date("2026-06-08T00:00:00Z");
  assertEquals(names.map((name) => isActive(user, name, later)), [
    false,
    false,
    false,
  ]);
});

Deno.test("a membership that is none or unknown is not active and does not end", () => {
  const none = readKugouUser({ vip_end_time: "", car_vip_end_time: "soon" });
  assertEquals(isActive(none, "vip"), false);
  assertEquals(isActive(none, "car"), false);
  assertEquals(expiresWithin(none, 36_500), []);
});

Deno.test("memberships that end within some days come in the order of their ends", () => {
  assertEquals(expiresWithin(user, 7, AT), ["car", "vip"]);
  assertEquals(expiresWithin(user, 6.9, AT), ["car"]);
  assertEquals(expiresWithin(user, 0, AT), []);
});

Deno.test("without a moment, it is now that counts", () => {
  const long = readKugouUser({ vip_end_time: "2999-12-31 23:59:59" });
  assertEquals(isActive(long, "vip"), true);
  assertEquals(expiresWithin(long, 30), []);
});
