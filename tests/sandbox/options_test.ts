import { assertEquals, assertThrows } from "@std/assert";
import {
  createSandboxHandler,
  type SandboxOptions,
  startSandbox,
} from "../../lib/sandbox/mod.ts";

Deno.test("an option that cannot be has an error that says what is right", () => {
  const cases: [SandboxOptions, string][] = [
    [
      { port: -1 },
      "port must be an integer from 0 to 65535, current value is -1",
    ],
    [{ port: 1.5 }, "port must be"],
    [{ port: 65_536 }, "port must be"],
    [{ latencyMs: -1 }, "latencyMs must be from 0 to 2147483647 milliseconds"],
    [{ latencyMs: NaN }, "current value is NaN"],
    [{ slowMs: Infinity }, "slowMs must be"],
    [{ retryAfterSeconds: 0.5 }, "retryAfterSeconds must be an integer"],
    [{ accessToken: "" }, "accessToken must be a string that is not empty"],
    [
      { envelope: "soap" as "gateway" },
      'envelope must be "response" or "gateway", current value is "soap"',
    ],
    [
      { faults: { shares: { "503": 2 } } },
      'faults.shares["503"] must be from 0',
    ],
    [{ faults: { shares: { "503": 0.6, "500": 0.6 } } }, "at most 1"],
    [{ faults: { shares: { x: 1 } as Record<string, number> } }, '"x"'],
    [{ faults: { shares: {}, seed: -1 } }, "faults.seed must be an integer"],
  ];
  for (const [options, message] of cases) {
    const error = assertThrows(
      () => startSandbox(options),
      RangeError,
      message,
    );
    assertEquals(error.message.startsWith("Cannot start the sandbox: "), true);
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
