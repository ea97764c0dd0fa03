import { type JsonValue, readKugouUser } from "@kugou-iot/client";
import { assertEquals } from "@std/assert";
import { DENO_ARGS, run } from "../command.ts";

const NOW = new Date("2026-06-01T00:00:00Z");

function vip(value: JsonValue) {
  return readKugouUser({ vip_end_time: value }, NOW).memberships.vip;
}

/** What is sure to be a time, and which. */
const ENDS: [raw: JsonValue, state: "active" | "expired", end: string][] = [
  // Without a zone it is China Standard Time, and an end that is now has passed.
  ["2026-06-01 08:00:01", "active", "2026-06-01T00:00:01.000Z"],
  ["2026-06-01 08:00:00", "expired", "2026-06-01T00:00:00.000Z"],
  [" 2026-06-01 08:00:01 ", "active", "2026-06-01T00:00:01.000Z"],
  ["2026/06/01 08:00:01", "active", "2026-06-01T00:00:01.000Z"],
  ["20260601080001", "active", "2026-06-01T00:00:01.000Z"],
  ["2028-02-29 00:00:00", "active", "2028-02-28T16:00:00.000Z"],
  // A day is valid to its end.
  ["2026-06-01", "active", "2026-06-01T15:59:59.000Z"],
  ["2026/05/31", "expired", "2026-05-31T15:59:59.000Z"],
  ["20991231", "active", "2099-12-31T15:59:59.000Z"],
  [20271009, "active", "2027-10-09T15:59:59.000Z"],
  // Unix seconds and milliseconds.
  ["1780272001", "active", "2026-06-01T00:00:01.000Z"],
  [1780271999, "expired", "2026-05-31T23:59:59.000Z"],
  ["1780272001000", "active", "2026-06-01T00:00:01.000Z"],
  // ISO 8601 says its zone.
  ["2026-06-01T00:00:01Z", "active", "2026-06-01T00:00:01.000Z"],
  ["2026-05-31T19:00:01.250-0500", "active", "2026-06-01T00:00:01.250Z"],
];
for (const [raw, state, end] of ENDS) {
  Deno.test(`membership: the end ${JSON.stringify(raw)} is ${end}, ${state}`, () => {
    const membership = vip(raw);
    assertEquals(membership.state, state);
    assertEquals(membership.end?.toISOString(), end);
  });
}

/** Empty texts, zeros, and the moments that zero is in some notation. */
const NONE: JsonValue[] = [
  ...["", "  ", 0, "0", "0000-00-00 00:00:00", "0000-00-00", "00000000"],
  ...["0000/00/00 00:00:00", "0001-01-01 00:00:00", "1970-01-01 08:00:00"],
  ...["1970-01-01T00:00:00Z", "19700101"],
];

/** What could be many things, and days that no calendar has. */
const UNKNOWN: JsonValue[] = [
  ...["1 June 2026", "-", -1, 1.5, { at: 1 }, "2026-06/01"],
  ...["2026-02-30 00:00:00", "2026/02/30", "2026-02-30T00:00:00Z", "20261331"],
  ...["2026-06-01 24:00:00", "2026-06-01T08:00:01"],
  // Of 7, 11, 12 and 15 digits.
  ...["1780272", "20261231235", "178027200100", "178027200100000"],
];

for (const [state, raws] of Object.entries({ none: NONE, unknown: UNKNOWN })) {
  for (const raw of raws) {
    Deno.test(`membership: the end ${JSON.stringify(raw)} is ${state}`, () => {
      assertEquals([vip(raw).state, vip(raw).end], [state, null]);
    });
  }
}

Deno.test("membership: the raw text is kept, whatever it is", () => {
  assertEquals(vip("soon").raw, "soon");
  assertEquals(vip({ at: 1 }).raw, '{"at":1}');
  assertEquals(vip(null).raw, null);
});

Deno.test("a missing or null end is unknown, since the server said nothing", () => {
  assertEquals(readKugouUser({}, NOW).memberships.vip.state, "unknown");
  assertEquals(vip(null).state, "unknown");
});

Deno.test("the time zone of the machine does not change what is read", async () => {
  const code = `import { readKugouUser } from "@kugou-iot/client";
    const user = readKugouUser({ vip_end_time: "2026-06-01 08:00:01" });
    console.log(user.memberships.vip.end.toISOString());`;
  for (const zone of ["America/Los_Angeles", "Asia/Kolkata"]) {
    const env = { TZ: zone };
    assertEquals(
      await run(Deno.execPath(), ["eval", ...DENO_ARGS, code], { env }),
      "2026-06-01T00:00:01.000Z",
    );
  }
});

Deno.test("is_vip is read from a number, a text or a boolean", () => {
  const flags: [JsonValue, boolean | null][] = [
    [1, true],
    ["1", true],
    [true, true],
    [0, false],
    ["0", false],
    [false, false],
    [2, null],
    ["yes", null],
    [null, null],
  ];
  for (const [value, expected] of flags) {
    assertEquals(readKugouUser({ is_vip: value }).isVip, expected);
  }
});

Deno.test("texts are read from numbers, and empty ones are null", () => {
  const user = readKugouUser({ userid: 42, nick_name: "", img: ["odd"] });
  assertEquals([user.id, user.nickname, user.avatarUrl], ["42", null, null]);
});
