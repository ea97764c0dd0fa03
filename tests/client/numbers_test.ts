import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { clientFor, DEVICE } from "./fixtures.ts";
import { serve, text } from "./server.ts";

/** What the client makes of a JSON text that stands in an answer. */
async function read(json: string): Promise<unknown> {
  await using server = serve(text(`{"code":0,"data":{"Data":${json}}}`));
  const { data } = await clientFor(server).command("any", { deviceId: DEVICE });
  return data;
}

const EXACT = [
  "0",
  "-0",
  "1",
  "-1",
  "9007199254740991",
  "0.1",
  "1e3",
  "1.5E-3",
  "123456789012345",
  "[1,2.50,3e0]",
  '"12345678901234567890"',
  '{"a":"1e999, 12345678901234567890"}',
  '{"12345678901234567890":1}',
  '"\\"12345678901234567890"',
];
for (const json of EXACT) {
  Deno.test(`${json} is read as JSON.parse reads it`, async () => {
    assertEquals(await read(json), JSON.parse(json));
  });
}

const KEPT = [
  "9007199254740992",
  "100000000000000000000",
  "1.7976931348623157e308",
  "9007199254740993",
  "-9007199254740993",
  "12345678901234567890",
  "0.12345678901234567890123",
  "1e999",
  "-1e999",
  "1e-999",
  "123456789012345678e5",
];
for (const json of KEPT) {
  Deno.test(`${json} is kept as text, since a JavaScript number would change it`, async () => {
    assertEquals(await read(json), json);
    assertEquals(await read(`[ ${json}]`), [json]);
    assertEquals(await read(`{"a":{"b":\n${json} }}`), { a: { b: json } });
  });
}

Deno.test("property: any integer comes back with the digits that were sent", async () => {
  await using server = serve((seen) =>
    new Response(`{"Response":{"Data":[${seen.body.KugouParams.n}]}}`)
  );
  const client = clientFor(server);
  await fc.assert(
    fc.asyncProperty(
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
      async (n) => {
        const params = { n: String(n) };
        const { data } = await client.command("any", {
          deviceId: DEVICE,
          params,
        });
        assertEquals(BigInt((data as [string | number])[0]), n);
      },
    ),
    { numRuns: 300 },
  );
});
