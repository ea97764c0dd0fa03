import { assert, assertEquals } from "@std/assert";
import { type SandboxFaults, startSandbox } from "../../lib/sandbox/mod.ts";
import { ask } from "./ask.ts";

/** What 200 lookups of a sound device meet. */
async function draw(faults: SandboxFaults): Promise<string[]> {
  const met: string[] = [];
  await using sandbox = await startSandbox({
    faults,
    onRequest: ({ code }) => met.push(code),
  });
  for (let i = 0; i < 200; i++) {
    await (await ask(sandbox, "LAEG4YJE1A/dev01")).body?.cancel();
  }
  return met;
}

Deno.test("each fault hits its share of requests", async () => {
  const met = await draw({ shares: { "503": 0.3, empty: 0.1 } });
  const count = (code: string) => met.filter((it) => it === code).length;
  assert(count("503") > 40 && count("503") < 80, String(count("503")));
  assert(count("empty") > 8 && count("empty") < 35, String(count("empty")));
  assertEquals(count("503") + count("empty") + count("0"), 200);
});

Deno.test("the same seed meets the same faults, another one does not", async () => {
  const shares = { "500": 0.5 };
  const met = await draw({ shares, seed: 7 });
  assertEquals(await draw({ shares, seed: 7 }), met);
  assert(String(await draw({ shares, seed: 8 })) !== String(met));
});

Deno.test("a share of 1 is always, a share of 0 is never", async () => {
  const always = await draw({ shares: { "502": 1, "500": 0 } });
  assertEquals(new Set(always), new Set(["502"]));
  const never = await draw({ shares: { "502": 0 } });
  assertEquals(new Set(never), new Set(["0"]));
});

Deno.test("a fault that was asked for comes before random ones", async () => {
  await using sandbox = await startSandbox({
    faults: { shares: { "502": 1 } },
  });
  const response = await ask(sandbox, "SANDBOXFLT/408");
  assertEquals(response.status, 408);
  await response.body?.cancel();
});
