import { assertEquals, assertMatch } from "@std/assert";
import { readSettings } from "../../lib/web/settings.ts";
import { listPermissions } from "../../lib/web/permissions.ts";

function list(env: Record<string, string>): string[] {
  return listPermissions(readSettings((name) => env[name]), "/app");
}

Deno.test("the page may reach its own port and its endpoint", () => {
  assertEquals(
    list({})[0],
    "--allow-net=127.0.0.1:8000,iot.cloud.tencent.com:443",
  );
  assertEquals(
    list({
      HOST: "::1",
      PORT: "80",
      KUGOU_ENDPOINT: "http://127.0.0.1:9000/x",
    })[0],
    "--allow-net=[::1]:80,127.0.0.1:9000",
  );
});

Deno.test("a demo reaches nobody", () => {
  assertEquals(list({ DEMO: "1" })[0], "--allow-net=127.0.0.1:8000");
});

Deno.test("the README names every variable that the page may read, and no other", async () => {
  const readme = await Deno.readTextFile(
    new URL("../../README.md", import.meta.url),
  );
  const [, page = ""] = /### Host it\n(.*?)\n## /s.exec(readme) ?? [];
  const named = [...page.matchAll(/(?:^\| |[\s(])`([A-Z_]{4,})`/gm)]
    .map(([, name]) => name);
  const [, flag = ""] = list({});
  const allowed = flag.replace("--allow-env=", "").split(",");
  assertEquals([...new Set(named)].sort(), allowed.sort());
});

Deno.test("the page may read its own files and its settings", () => {
  const [, env, read, ...rest] = list({});
  assertMatch(env!, /^--allow-env=([A-Z_]+,)*KUGOU_ENDPOINT,/);
  assertEquals(read, "--allow-read=/app");
  assertEquals(rest, []);
});
