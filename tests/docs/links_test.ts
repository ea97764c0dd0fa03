import { assertEquals } from "@std/assert";
import { readme, ROOT } from "./documents.ts";

const REPOSITORY = "https://github.com/kugou-iot/kugou-iot/";

const links = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => to!);

Deno.test("every link of the README leads somewhere from JSR and npm too", () => {
  assertEquals(links.filter((to) => !/^(https:\/\/|#)/.test(to)), []);
});

Deno.test("every link of the README into the repository leads to a file", async () => {
  const paths = links.filter((to) => to.startsWith(REPOSITORY))
    .map((to) => to.slice(REPOSITORY.length).replace(/#.*$/, ""))
    .map((to) => to.replace(/^(blob|raw)\/main\//, ""));
  for (const path of paths) await Deno.stat(new URL(path, ROOT));
});
