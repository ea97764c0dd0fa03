import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { KugouInputError } from "../../mod.ts";
import {
  createSandboxHandler,
  type SandboxOptions,
  startSandbox,
} from "../../lib/sandbox/mod.ts";

Deno.test("an option that cannot be has an error that says what is right", async () => {
  const cases: [SandboxOptions, string, string][] = [
    [{ port: -1 }, "port", "it is -1: expected 0 to 65535"],
    [{ port: 1.5 }, "port", "it is 1.5: expected a whole number"],
    [{ port: 65_536 }, "port", "it is 65536"],
    [{ latencyMs: -1 }, "latencyMs", "expected 0 to 2147483647"],
    [{ latencyMs: NaN }, "latencyMs", "it is NaN"],
    [{ slowMs: Infinity }, "slowMs", "it is Infinity"],
    [{ retryAfterSeconds: 0.5 }, "retryAfterSeconds", "it is 0.5"],
    [{ accessToken: "" }, "accessToken", "it is empty or not a string"],
    [{ envelope: "soap" as "gateway" }, "envelope", "response or gateway"],
    [{ faults: { shares: { "503": 2 } } }, "faults", "the share of 503 is 2"],
    [
      { faults: { shares: { "503": 0.6, "500": 0.6 } } },
      "faults",
      "the shares add up to 1.2",
    ],
    [
      { faults: { shares: { x: 1 } as Record<string, number> } },
      "faults",
      'no fault is named "x"',
    ],
    [{ faults: { shares: {}, seed: -1 } }, "faults", "the seed is -1"],
  ];
  for (const [options, field, message] of cases) {
    const error = assertThrows(
      () => createSandboxHandler(options),
      KugouInputError,
      message,
    );
    assertEquals(error.field, field);
    await assertRejects(() => startSandbox(options), KugouInputError);
  }
});

Deno.test("an access token of a wrong type is not shown", () => {
  const accessToken = ["sample-token"] as unknown as string;
  const error = assertThrows(() => createSandboxHandler({ accessToken }));
  assertEquals(String(error).includes("sample-token"), false);
});

Deno.test("shares that add up to 1 by halves and tenths are fine", () => {
  const shares = { "500": 0.1, "502": 0.2, "503": 0.7 };
  createSandboxHandler({ faults: { shares } });
});
