import {
  assert,
  assertEquals,
  assertGreaterOrEqual,
  assertLess,
  assertRejects,
} from "@std/assert";
import { startSandbox } from "../../lib/sandbox/mod.ts";
import { ask } from "./ask.ts";

/** Timers of other clocks may be a few milliseconds early. */
const EARLY_MS = 5;

Deno.test("slow-headers sends nothing for its time, then a good answer", async () => {
  await using sandbox = await startSandbox({ slowMs: 120 });
  const start = performance.now();
  const response = await ask(sandbox, "SANDBOXFLT/slow-headers");
  assertGreaterOrEqual(performance.now() - start, 120 - EARLY_MS);
  assertEquals((await response.json()).Response.ErrorCode, 0);
});

Deno.test("slow-body sends the headers at once and the body in its time", async () => {
  await using sandbox = await startSandbox({ slowMs: 1_000 });
  const response = await ask(sandbox, "SANDBOXFLT/slow-body");
  const begun = performance.now();
  assertEquals((await response.json()).Response.ErrorCode, 0);
  assertGreaterOrEqual(performance.now() - begun, 300);
});

Deno.test("slow-body drips", async () => {
  await using sandbox = await startSandbox({ slowMs: 100 });
  const response = await ask(sandbox, "SANDBOXFLT/slow-body");
  let pieces = 0;
  for await (const piece of response.body ?? []) {
    assertLess(piece.length, 100);
    pieces++;
  }
  assertGreaterOrEqual(pieces, 5);
});

Deno.test("the fault latency takes a tenth of what slow faults take", async () => {
  await using sandbox = await startSandbox({ slowMs: 3_000 });
  const start = performance.now();
  const response = await ask(sandbox, "SANDBOXFLT/latency");
  await response.body?.cancel();
  const elapsed = performance.now() - start;
  assert(elapsed >= 300 - EARLY_MS && elapsed < 2_900, String(elapsed));
});

Deno.test("latencyMs delays every answer", async () => {
  await using sandbox = await startSandbox({ latencyMs: 60 });
  for (const id of ["LAEG4YJE1A/dev01", "SANDBOXERR/200002"]) {
    const start = performance.now();
    await (await ask(sandbox, id)).body?.cancel();
    assertGreaterOrEqual(performance.now() - start, 60 - EARLY_MS);
  }
});

// The sanitizers fail these where a timer is left; at 60 s each, so would time.
for (const id of ["SANDBOXFLT/slow-headers", "LAEG4YJE1A/dev01"]) {
  Deno.test(`a wait for ${id} ends when the client goes away`, async () => {
    const logged = Promise.withResolvers<string>();
    await using sandbox = await startSandbox({
      slowMs: 60_000,
      latencyMs: id.startsWith("SANDBOXFLT") ? 0 : 60_000,
      onRequest: ({ outcome }) => logged.resolve(outcome),
    });
    const client = new AbortController();
    const asked = ask(sandbox, id, { signal: client.signal });
    setTimeout(() => client.abort(), 50);
    await assertRejects(() => asked, DOMException);
    assert(["fault", "aborted"].includes(await logged.promise));
  });
}

Deno.test("a slow body ends when the client goes away", async () => {
  await using sandbox = await startSandbox({ slowMs: 60_000 });
  const response = await ask(sandbox, "SANDBOXFLT/slow-body");
  await response.body?.cancel();
});

Deno.test("everything slow ends when the sandbox closes", async () => {
  const sandbox = await startSandbox({ slowMs: 60_000 });
  const headers = ask(sandbox, "SANDBOXFLT/slow-headers");
  const body = await ask(sandbox, "SANDBOXFLT/slow-body");
  const rejections = Promise.all([
    assertRejects(() => headers, TypeError),
    assertRejects(() => body.text()),
  ]);
  await sandbox.close();
  await rejections;
});
