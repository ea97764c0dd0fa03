import { assert, assertEquals } from "@std/assert";
import { get, makeApp } from "./app.ts";

const { handler } = await makeApp();

for (const lang of ["en", "zh"]) {
  for (const path of ["/", "/errors", "/errors/missing"]) {
    Deno.test(`links say whether they are current at ${path} (${lang})`, async () => {
      const response = await handler(get(`${path}?lang=${lang}`));
      const html = await response.text();
      const links = html.match(/<a [^>]*href="\/[^>]*>/g) ?? [];
      assert(links.length >= 6);
      // Fresh marks those that do not, by rules that fit no language switch.
      const silent = links.filter((it) =>
        !/ aria-current="(page|true|false)"/.test(it)
      );
      assertEquals(silent, []);
      assertEquals(/data-(ancestor|current)=/.test(html), false);
      const current = links.filter((it) => !it.includes('current="false"'));
      assertEquals(
        current.map((it) => it.match(/aria-current="(\w+)"/)![1]),
        path === "/errors/missing" ? ["true"] : ["page", "true"],
      );
      assert(current.at(-1)!.includes(`lang=${lang}`));
    });
  }
}
