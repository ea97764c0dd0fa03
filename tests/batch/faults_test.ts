import { assert, assertEquals } from "@std/assert";
import {
  SANDBOX_FAULTS,
  type SandboxFaultName,
  startSandbox,
} from "../../lib/sandbox/mod.ts";
import { run, TOKEN } from "./bench.ts";
import { linesOf, numbersOf, numbersTo } from "./lines.ts";

/** What a lookup that meets only this fault may end in; nothing: an answer. */
const KINDS: Partial<Record<SandboxFaultName, string>> = {
  "slow-headers": "timeout",
  "slow-body": "timeout",
  "reset": "network",
  "reset-body": "network",
  "truncated": "protocol",
  "empty": "protocol",
  "invalid-utf8": "protocol",
  "wrong-type-html": "protocol",
  "oversized": "protocol",
  "oversized-chunked": "protocol",
  "redirect": "protocol",
  "echo-token-html": "protocol",
};

Deno.test("every line that meets a fault ends in the right error", async () => {
  await using sandbox = await startSandbox({
    accessToken: TOKEN,
    slowMs: 3_000,
    retryAfterSeconds: 0,
  });
  const stdin = SANDBOX_FAULTS
    .map(({ name }) => `{"deviceId":"SANDBOXFLT/${name}"}\n`).join("");
  const { stdout, stderr } = await run([
    ...["--endpoint", sandbox.endpoint, "--retries", "0"],
    ...["--timeout", "1500ms", "--ordered", "--concurrency", "30"],
    // Asked again, they would wait for the pause that one of them asks for.
    ...["--max-outage", "0"],
  ], { stdin });
  const lines = linesOf(stdout);
  assertEquals(lines.length, SANDBOX_FAULTS.length);
  for (const [index, { name }] of SANDBOX_FAULTS.entries()) {
    const { ok, error } = lines[index]!;
    const expected = /^\d/.test(name) ? "protocol" : KINDS[name];
    if (expected === undefined) continue;
    assertEquals([name, ok, error?.kind], [name, false, expected]);
  }
  assert(!stdout.includes(TOKEN) && !stderr.includes(TOKEN));
});

Deno.test("with ten per cent of faults of every kind, every line ends", async () => {
  // All lanes pause for long after this one, so it comes once, as the last.
  const far = "429-far";
  const names = SANDBOX_FAULTS.map(({ name }) => name)
    .filter((name) => name !== far);
  const shares = Object.fromEntries(
    names.map((name) => [name, 0.1 / names.length]),
  );
  const seed = Math.floor(Math.random() * 2 ** 32);
  await using sandbox = await startSandbox({
    accessToken: TOKEN,
    faults: { shares, seed },
    slowMs: 1_000,
    retryAfterSeconds: 0,
  });
  const count = 500;
  const { code, stdout, stderr } = await run([
    ...["--endpoint", sandbox.endpoint, "--timeout", "400ms"],
    ...["--concurrency", "64", "--total-timeout", "4s"],
  ], {
    stdin: `{"deviceId":"LAEG4YJE1A/dev01"}\n`.repeat(count - 1) +
      `{"deviceId":"SANDBOXFLT/${far}"}`,
  });
  const lines = linesOf(stdout);
  assertEquals(numbersOf(lines), numbersTo(count), `seed ${seed}`);
  const failed = lines.filter(({ ok }) => !ok);
  // Faults that no retry heals: a share of them remains, and no other.
  const kinds = new Set(failed.map(({ error }) => error?.kind));
  const possible = new Set(["protocol", "network", "timeout", "api"]);
  assert(kinds.isSubsetOf(possible), `seed ${seed}: ${[...kinds]}`);
  assert(failed.length < count * 0.1, `seed ${seed}: ${failed.length}`);
  assertEquals(code, failed.length > 0 ? 10 : 0, `seed ${seed}`);
  assert(!stdout.includes(TOKEN) && !stderr.includes(TOKEN));
});
