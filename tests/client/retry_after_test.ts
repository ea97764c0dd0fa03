import {
  type KugouClientOptions,
  KugouProtocolError,
  KugouTimeoutError,
} from "@kugou-iot/client";
import {
  assert,
  assertEquals,
  assertGreaterOrEqual,
  assertInstanceOf,
  assertLess,
} from "@std/assert";
import { failure, lookUp, NOWHERE } from "./fixtures.ts";
import { type Answer, DATA, data, serve, text } from "./server.ts";

const busy = (header: string, status = 503) =>
  text("", { status, headers: { "retry-after": header } });

/** What a lookup waits after each of its attempts; the second one succeeds. */
async function waitsAfter(
  first: Answer,
  options: Partial<KugouClientOptions> = {},
) {
  await using server = serve(first, data(DATA));
  const waits: (number | null)[] = [];
  const onAttempt: KugouClientOptions["onAttempt"] = ({ retryInMs }) =>
    waits.push(retryInMs);
  await lookUp(server, { ...options, onAttempt });
  const [sent, again] = server.seen.map(({ at }) => at);
  return { waits, waitedMs: again! - sent! };
}

/** So long that a test which waits for it does not end. */
const LONG = { retry: { baseDelayMs: 10_000 } };

Deno.test("Retry-After in seconds is obeyed", async () => {
  const { waits, waitedMs } = await waitsAfter(busy("1", 429));
  assertEquals(waits, [1000, null]);
  assertGreaterOrEqual(waitedMs, 990);
});

Deno.test("Retry-After as a date is obeyed", async () => {
  const inTwoSeconds = () => new Date(Date.now() + 2000).toUTCString();
  const { waits: [wait] } = await waitsAfter((...asked) =>
    busy(inTwoSeconds())(...asked)
  );
  assert(wait! > 0 && wait! <= 2000, `waited ${wait} ms`);
});

Deno.test("Retry-After counts for an API error too", async () => {
  const headers = { "retry-after": "0" };
  const limited = () => Response.json({ code: "LimitExceeded" }, { headers });
  assertEquals((await waitsAfter(limited, LONG)).waits, [0, null]);
});

for (
  const header of [
    "0",
    "Thu, 01 Jan 1998 00:00:00 GMT",
    "Thursday, 01-Jan-98 00:00:00 GMT",
    "Thu Jan  1 00:00:00 1998",
  ]
) {
  Deno.test(`Retry-After: ${header} means at once`, async () => {
    assertEquals((await waitsAfter(busy(header), LONG)).waits, [0, null]);
  });
}

for (const header of ["soon", "-1", "1.5", "", "Someday, 99 Foo 00:00:00"]) {
  Deno.test(`Retry-After: ${JSON.stringify(header)} says nothing, so the usual wait is taken`, async () => {
    assertEquals((await waitsAfter(busy(header))).waits, [0, null]);
  });
}

Deno.test("a Retry-After beyond the cap fails at once, and the error carries it", async () => {
  await using server = serve(busy("3600", 429));
  const caught = await failure(KugouProtocolError, server);
  assertEquals(
    [caught.retryAfterMs, caught.status, caught.attempts],
    [3_600_000, 429, 1],
  );
});

Deno.test("a wait that the whole cannot pay for is not begun", async () => {
  await using server = serve(busy("5", 429));
  const started = performance.now();
  const caught = await failure(KugouTimeoutError, server, {
    totalTimeoutMs: 4_000,
  });
  assertLess(performance.now() - started, 3_900);
  assertEquals(
    [caught.phase, caught.limit, caught.limitMs],
    ["wait", "totalTimeoutMs", 4_000],
  );
  const { cause } = caught;
  assertInstanceOf(cause, KugouProtocolError);
  assertEquals([cause.status, cause.retryAfterMs], [429, 5000]);
});

/** What an error says of a wait that the server asked for. */
async function retryAfterMs(header: string): Promise<number | null> {
  const headers = { "retry-after": header };
  const error = await lookUp(NOWHERE, {
    fetch: () => Promise.resolve(new Response("", { status: 503, headers })),
    retry: false,
  }).catch((error) => error);
  return error.retryAfterMs;
}

/** A moment in an hour, without milliseconds. */
const IN_AN_HOUR = new Date(Math.ceil(Date.now() / 1000) * 1000 + 3_600_000);

const [weekday, day, month, year, time] = IN_AN_HOUR.toUTCString()
  .split(/,? /) as [string, string, string, string, string];
const LONG_WEEKDAY = IN_AN_HOUR.toLocaleDateString("en", {
  weekday: "long",
  timeZone: "UTC",
});

const FORMS = {
  "IMF-fixdate": IN_AN_HOUR.toUTCString(),
  "RFC 850": `${LONG_WEEKDAY}, ${day}-${month}-${year.slice(2)} ${time} GMT`,
  "asctime": `${weekday} ${month} ${day.replace(/^0/, " ")} ${time} ${year}`,
};

for (const zone of ["UTC", "Asia/Shanghai", "America/New_York"]) {
  for (const [form, header] of Object.entries(FORMS)) {
    Deno.test(`Retry-After in the form of ${form} is read as UTC in ${zone}`, async () => {
      const before = Deno.env.get("TZ");
      Deno.env.set("TZ", zone);
      try {
        const ms = await retryAfterMs(header);
        assert(ms !== null && ms > 3_500_000 && ms <= 3_602_000, `${ms}`);
      } finally {
        if (before === undefined) Deno.env.delete("TZ");
        else Deno.env.set("TZ", before);
      }
    });
  }
}

Deno.test("a Retry-After that no clock can hold is a finite time", async () => {
  for (const header of ["9".repeat(20), "9".repeat(400)]) {
    const ms = await retryAfterMs(header);
    assert(ms !== null && Number.isFinite(ms), `${ms}`);
  }
});
