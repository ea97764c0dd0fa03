import { assert } from "@std/assert";
import { clientFor, DEVICE } from "./fixtures.ts";

/** What an error says of a wait that the server asked for. */
async function retryAfterMs(header: string): Promise<number | null> {
  const client = clientFor({ endpoint: "http://127.0.0.1:1/" }, {
    fetch: () =>
      Promise.resolve(
        new Response("", { status: 503, headers: { "retry-after": header } }),
      ),
    retry: false,
  });
  const error = await client.userInfo({ deviceId: DEVICE })
    .catch((error) => error);
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
