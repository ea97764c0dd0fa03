import { KugouClient, KugouError } from "@kugou-iot/client";
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { DEVICE, TOKEN } from "./fixtures.ts";
import { DATA } from "./server.ts";

/** A client whose every answer is the given bytes: the reader of responses, without the network. */
function reads(body: BodyInit, status = 200): KugouClient {
  return new KugouClient({
    accessToken: TOKEN,
    retry: false,
    fetch: () => Promise.resolve(new Response(body, { status })),
  });
}

async function assertTyped(body: BodyInit, status = 200): Promise<void> {
  try {
    const { user, data } = await reads(body, status).userInfo({
      deviceId: DEVICE,
    });
    assertEquals(Object.keys(user), [
      "id",
      "nickname",
      "avatarUrl",
      "isVip",
      "memberships",
    ]);
    assertEquals(typeof data, "object");
  } catch (error) {
    assert(error instanceof KugouError, Deno.inspect(error));
    assert(["api", "protocol"].includes(error.kind), Deno.inspect(error));
    JSON.stringify(error);
  }
}

/** JSON in the shape of an envelope, with anything where anything may stand. */
function envelopes(): fc.Arbitrary<unknown> {
  const any = fc.jsonValue({ maxDepth: 2 });
  const keys = ["Data", "ErrorCode", "ErrorMsg", "Error", "RequestId"] as const;
  const fields = Object.keys(DATA);
  const user = fc.record(Object.fromEntries(fields.map((key) => [key, any])), {
    requiredKeys: [],
  });
  const inside = fc.record(
    {
      ...Object.fromEntries(keys.map((key) => [key, any])),
      Data: fc.oneof(any, user),
      Error: fc.oneof(
        any,
        fc.record({ Code: any, Message: any }, { requiredKeys: [] }),
      ),
      ErrorCode: fc.oneof(any, fc.constantFrom(0, "0", "", null)),
    },
    { requiredKeys: [] },
  );
  return fc.oneof(
    fc.record({ Response: fc.oneof(any, inside) }),
    fc.record({
      code: fc.oneof(any, fc.constantFrom(0, "0")),
      msg: any,
      data: fc.oneof(any, inside),
    }, { requiredKeys: [] }),
  );
}

const STATUS = fc.constantFrom(
  ...[200, 200, 200, 201, 302, 400, 404, 429, 500, 503],
);

Deno.test("property: arbitrary JSON gives a user or a typed error", async () => {
  await fc.assert(
    fc.asyncProperty(fc.json({ maxDepth: 4 }), STATUS, assertTyped),
    { numRuns: 1000 },
  );
});

Deno.test("property: an arbitrary envelope gives a user or a typed error", async () => {
  await fc.assert(
    fc.asyncProperty(
      envelopes(),
      STATUS,
      (value, status) => assertTyped(JSON.stringify(value), status),
    ),
    { numRuns: 1000 },
  );
});

Deno.test("property: arbitrary bytes give a user or a typed error", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      STATUS,
      (bytes, status) => assertTyped(bytes as Uint8Array<ArrayBuffer>, status),
    ),
    { numRuns: 1000 },
  );
});

Deno.test("property: a good answer with any bytes changed gives a user or a typed error", async () => {
  const good = new TextEncoder().encode(
    JSON.stringify({ Response: { Data: DATA, ErrorCode: 0 } }),
  );
  const changes = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(changes, fc.nat(good.length), (list, length) => {
      const bytes = good.slice(0, Math.max(length, 1));
      for (const [at, byte] of list) bytes[at % bytes.length] = byte;
      return assertTyped(bytes);
    }),
    { numRuns: 1000 },
  );
});

Deno.test("property: whatever Data says, all of it is in data", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })),
      async (sent) => {
        const wire = JSON.stringify({ Response: { Data: sent, ErrorCode: 0 } });
        const { data } = await reads(wire).userInfo({ deviceId: DEVICE });
        assertEquals(
          Object.keys(data).sort(),
          Object.keys(JSON.parse(wire).Response.Data).sort(),
        );
      },
    ),
    { numRuns: 500 },
  );
});
