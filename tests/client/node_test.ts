import { assertEquals, assertMatch } from "@std/assert";

const ROOT = new URL("../../", import.meta.url);

Deno.test("the client names nothing of Deno and imports nothing but UUIDs", async () => {
  for await (const entry of Deno.readDir(new URL("lib/client/", ROOT))) {
    const code = await Deno.readTextFile(
      new URL(`lib/client/${entry.name}`, ROOT),
    );
    const withoutComments = code.replace(/\/\*[^]*?\*\/|\/\/.*/g, "");
    assertEquals(withoutComments.match(/\bDeno\./), null, entry.name);
    for (const [, specifier] of withoutComments.matchAll(/from "([^"]+)"/g)) {
      assertMatch(specifier!, /^\.\/\w+\.ts$|^@std\/uuid\//, entry.name);
    }
  }
});
