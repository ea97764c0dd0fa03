import { assert, assertEquals, assertMatch } from "@std/assert";
import { SANDBOX_FAULTS, startSandbox } from "../../lib/sandbox/mod.ts";
import { ask } from "./ask.ts";

Deno.test("every fault has a name of its own and a title in two languages", () => {
  const names = SANDBOX_FAULTS.map(({ name }) => name);
  assertEquals(new Set(names).size, names.length);
  for (const { name, title } of SANDBOX_FAULTS) {
    assertMatch(name, /^[a-z0-9-]+$/);
    assert(title.en !== "" && title.zh !== "", name);
  }
});

Deno.test("the faults of a gateway are statuses with pages", async () => {
  await using sandbox = await startSandbox();
  for (const status of [408, 429, 500, 502, 503]) {
    const response = await ask(sandbox, `SANDBOXFLT/${status}`);
    assertEquals(response.status, status);
    assertEquals(response.headers.get("retry-after"), null);
    assertMatch(response.headers.get("content-type") ?? "", /^text\/html/);
    assertMatch(await response.text(), new RegExp(`<h1>${status} `));
  }
});

Deno.test("429 and 503 come with each form of Retry-After", async () => {
  await using sandbox = await startSandbox({ retryAfterSeconds: 7 });
  for (const status of [429, 503]) {
    const retryAfter = async (form: string) => {
      const response = await ask(sandbox, `SANDBOXFLT/${status}-${form}`);
      assertEquals(response.status, status);
      await response.body?.cancel();
      return response.headers.get("retry-after") ?? "";
    };
    const before = Date.now();
    assertEquals(await retryAfter("seconds"), "7");
    const date = await retryAfter("date");
    assertEquals(new Date(date).toUTCString(), date);
    const ahead = Date.parse(date) - before;
    assert(ahead >= 7_000 && ahead < 10_000, date);
    assertEquals(await retryAfter("far"), "86400");
    const unreadable = await retryAfter("unreadable");
    assert(Number.isNaN(Number(unreadable)));
    assert(Number.isNaN(Date.parse(unreadable)));
  }
});

Deno.test("redirect asks to send the same again elsewhere, and the log shows who did", async () => {
  const paths: string[] = [];
  await using sandbox = await startSandbox({
    onRequest: ({ path }) => paths.push(path),
  });
  const kept = await ask(sandbox, "SANDBOXFLT/redirect");
  assertEquals(kept.status, 307);
  assertEquals(kept.headers.get("location"), "/redirected");
  await kept.body?.cancel();
  const followed = await ask(sandbox, "SANDBOXFLT/redirect", {
    redirect: "follow",
  });
  assertEquals(followed.status, 404);
  await followed.body?.cancel();
  assertEquals(paths.slice(1), ["/api/exploreropen/tokenapi", "/redirected"]);
});
