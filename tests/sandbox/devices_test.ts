import { assert, assertEquals, assertMatch } from "@std/assert";
import { SANDBOX_DEVICES, startSandbox } from "../../lib/sandbox/mod.ts";
import { answerFor, ask } from "./ask.ts";

const NOW = new Date("2026-03-01T15:30:00Z"); // 23:30 in China
const DATA = Object.fromEntries(
  SANDBOX_DEVICES.map((device) => [device.name, device.data(NOW)]),
);

/** Fields that are documented, in the document's order. */
const FIELDS = [
  "userid",
  "nick_name",
  "img",
  "is_vip",
  "vip_end_time",
  "car_vip_end_time",
  "svip_end_time",
];

Deno.test("the first device is that of Tencent Cloud's document, an active VIP", () => {
  const [first] = SANDBOX_DEVICES;
  assertEquals(first?.id, "LAEG4YJE1A/dev01");
  assertEquals(Object.keys(first?.data(NOW) ?? {}), FIELDS);
  assertEquals(DATA.dev01?.is_vip, 1);
  assertEquals(DATA.dev01?.vip_end_time, "2026-05-30 23:30:00");
});

Deno.test("every device has a name that can be one, and a title in two languages", () => {
  const names = SANDBOX_DEVICES.map(({ name }) => name);
  assertEquals(new Set(names).size, names.length);
  for (const { id, name, title } of SANDBOX_DEVICES) {
    assertEquals(id, `LAEG4YJE1A/${name}`);
    assertMatch(name, /^[\w:.@-]{1,48}$/);
    assert(title.en !== "" && /\p{Script=Han}/u.test(title.zh), name);
  }
});

Deno.test("every device is answered for with its Data", async () => {
  await using sandbox = await startSandbox();
  assertEquals(sandbox.devices, SANDBOX_DEVICES);
  for (const { id, data } of sandbox.devices) {
    const { Data } = await answerFor(sandbox, id);
    assertEquals(Object.keys(Data ?? {}), Object.keys(data(NOW)), id);
  }
});

Deno.test("each membership is there in each state", () => {
  const ends = {
    vip: "vip_end_time",
    car: "car_vip_end_time",
    svip: "svip_end_time",
  };
  for (const [prefix, field] of Object.entries(ends)) {
    const end = (state: string) => String(DATA[`${prefix}-${state}`]?.[field]);
    assertEquals(end("active"), "2027-03-01 23:30:00");
    assertEquals(end("expired"), "2026-01-30 23:30:00");
    assert(["", "0", "0000-00-00 00:00:00"].includes(end("none")));
    assert(Number.isNaN(Date.parse(end("unreadable"))));
  }
});

Deno.test("ends are reckoned in China Standard Time from the moment of the request", () => {
  assertEquals(DATA["vip-today"]?.vip_end_time, "2026-03-01 23:59:59");
  assertEquals(DATA["vip-soon"]?.vip_end_time, "2026-03-04 23:30:00");
  const seconds = Date.UTC(2026, 3, 15, 15, 30) / 1000;
  assertEquals(DATA["unix-number"]?.vip_end_time, seconds);
  assertEquals(DATA["unix-text"]?.vip_end_time, String(seconds));
});

Deno.test("a userid beyond 2^53 is a JSON number with all its digits", async () => {
  await using sandbox = await startSandbox();
  const response = await ask(sandbox, "LAEG4YJE1A/userid-number");
  assertMatch(await response.text(), /"userid":9007199254740993123,/);
});

Deno.test("fields are missing, empty, null, extra or of another type", () => {
  assertEquals(DATA["is-vip-text"]?.is_vip, "1");
  assertEquals(DATA["data-empty"], {});
  assertEquals(Object.keys(DATA["fields-missing"] ?? {}).length, 2);
  assertEquals(new Set(Object.values(DATA["fields-empty"] ?? {})).size, 1);
  assertEquals(new Set(Object.values(DATA["fields-null"] ?? {})).size, 1);
  assert("sample_level" in (DATA["field-extra"] ?? {}));
});

Deno.test("texts are wide, long and hostile", () => {
  const nickname = (name: string) => String(DATA[name]?.nick_name);
  assertMatch(nickname("nick-chinese"), /^[\p{Script=Han}：]+$/u);
  assertMatch(nickname("nick-emoji"), /\p{RGI_Emoji}/v);
  assertEquals(nickname("nick-long").length, 600);
  assertMatch(nickname("nick-hostile"), /<script>.*\p{Cc}/u);
  assertMatch(String(DATA["img-javascript"]?.img), /^javascript:/);
  assertMatch(String(DATA["img-http"]?.img), /^http:/);
});

Deno.test("no avatar points to a host that exists", () => {
  for (const [name, { img }] of Object.entries(DATA)) {
    if (typeof img !== "string" || !img.startsWith("http")) continue;
    assertEquals(new URL(img).hostname, "avatars.example", name);
  }
});
