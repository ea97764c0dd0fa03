import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { readKugouUser } from "../../lib/client/user.ts";
import { isoTime, userJson } from "../../lib/client/user_json.ts";

Deno.test("a user is written as JSON.stringify writes it", () => {
  const user = readKugouUser({
    userid: "1000000001",
    nick_name: "Sample User",
    is_vip: 1,
    vip_end_time: "2037-01-01 08:00:00",
    car_vip_end_time: "0",
  });
  assertEquals<unknown>(userJson(user), JSON.parse(JSON.stringify(user)));
});

Deno.test("a time is written as toISOString writes it, to the second and finer", () => {
  const ms = fc.integer({ min: -8.64e15, max: 8.64e15 });
  const seconds = fc.integer({ min: -1e11, max: 3e11 }).map((s) => s * 1_000);
  fc.assert(fc.property(fc.oneof(ms, seconds), (time) => {
    const date = new Date(time);
    assertEquals(isoTime(date), date.toISOString());
  }));
});
