import { type JsonValue, readKugouUser } from "@kugou-iot/client";
import { assertEquals } from "@std/assert";

const NOW = new Date("2026-06-01T00:00:00Z");

function vip(value: JsonValue) {
  return readKugouUser({ vip_end_time: value }, NOW).memberships.vip;
}

const ENDS: [string, JsonValue, string, string | null][] = [
  [
    "a time without a zone is China Standard Time",
    "2026-06-01 08:00:01",
    "active",
    "2026-06-01T00:00:01.000Z",
  ],
  [
    "an end that is now has passed",
    "2026-06-01 08:00:00",
    "expired",
    "2026-06-01T00:00:00.000Z",
  ],
  [
    "Unix seconds are read from text",
    "1780272001",
    "active",
    "2026-06-01T00:00:01.000Z",
  ],
  [
    "Unix seconds are read from a number",
    1780271999,
    "expired",
    "2026-05-31T23:59:59.000Z",
  ],
  [
    "white space around a time does not matter",
    " 2026-06-01 08:00:01 ",
    "active",
    "2026-06-01T00:00:01.000Z",
  ],
  [
    "29 February of a leap year is a day",
    "2028-02-29 00:00:00",
    "active",
    "2028-02-28T16:00:00.000Z",
  ],
  ["an empty text is no membership", "", "none", null],
  ["a blank text is no membership", "  ", "none", null],
  ["the number zero is no membership", 0, "none", null],
  ["the text zero is no membership", "0", "none", null],
  ["a time of zeros is no membership", "0000-00-00 00:00:00", "none", null],
  ["a date of zeros is no membership", "0000-00-00", "none", null],
  ["30 February cannot be read", "2026-02-30 00:00:00", "unknown", null],
  ["hour 24 cannot be read", "2026-06-01 24:00:00", "unknown", null],
  ["another notation cannot be read", "1 June 2026", "unknown", null],
  ["a negative number cannot be read", -1, "unknown", null],
  ["a fraction cannot be read", 1.5, "unknown", null],
  [
    "13 digits are milliseconds",
    "1780272001000",
    "active",
    "2026-06-01T00:00:01.000Z",
  ],
  [
    "14 digits are a time in China",
    "20260601080001",
    "active",
    "2026-06-01T00:00:01.000Z",
  ],
  [
    "8 digits are a day, valid to its end in China",
    "20991231",
    "active",
    "2099-12-31T15:59:59.000Z",
  ],
  [
    "the same in a number",
    20271009,
    "active",
    "2027-10-09T15:59:59.000Z",
  ],
  [
    "a date alone is valid to its end",
    "2026-06-01",
    "active",
    "2026-06-01T15:59:59.000Z",
  ],
  [
    "slashes are read like hyphens",
    "2026/06/01 08:00:01",
    "active",
    "2026-06-01T00:00:01.000Z",
  ],
  [
    "so is a date with slashes",
    "2026/05/31",
    "expired",
    "2026-05-31T15:59:59.000Z",
  ],
  [
    "ISO 8601 is read in UTC",
    "2026-06-01T00:00:01Z",
    "active",
    "2026-06-01T00:00:01.000Z",
  ],
  [
    "ISO 8601 is read in any zone, with a fraction",
    "2026-05-31T19:00:01.250-0500",
    "active",
    "2026-06-01T00:00:01.250Z",
  ],
  [
    "ISO 8601 without a zone could be any",
    "2026-06-01T08:00:01",
    "unknown",
    null,
  ],
  ["seven digits are no time", "1780272", "unknown", null],
  ["11 digits are no time", "20261231235", "unknown", null],
  ["12 digits are no time", "178027200100", "unknown", null],
  ["15 digits are no time", "178027200100000", "unknown", null],
  ["8 digits that are no day", "20261331", "unknown", null],
  ["30 February with slashes", "2026/02/30", "unknown", null],
  ["30 February in ISO 8601", "2026-02-30T00:00:00Z", "unknown", null],
  ["mixed separators", "2026-06/01", "unknown", null],
  ["zero in China is no membership", "1970-01-01 08:00:00", "none", null],
  ["nor is zero in UTC", "1970-01-01T00:00:00Z", "none", null],
  ["nor a day of zero", "19700101", "none", null],
  ["nor the first year of all", "0001-01-01 00:00:00", "none", null],
  ["nor eight zeros", "00000000", "none", null],
  ["nor zeros with slashes", "0000/00/00 00:00:00", "none", null],
  ["a hyphen is no sure form", "-", "unknown", null],
  ["an object cannot be read", { at: 1 }, "unknown", null],
];

for (const [name, value, state, end] of ENDS) {
  Deno.test(`membership: ${name}`, () => {
    const membership = vip(value);
    assertEquals(membership.state, state);
    assertEquals(membership.end?.toISOString() ?? null, end);
  });
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
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: [
        "eval",
        ...JSON.parse(Deno.env.get("KUGOU_DENO_ARGS") ?? "[]"),
        code,
      ],
      env: { TZ: zone },
    }).output();
    assertEquals(
      new TextDecoder().decode(stdout).trim(),
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
