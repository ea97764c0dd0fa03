import { assertEquals } from "@std/assert";
import { documents, readDocument, ROOT } from "./documents.ts";

const REPOSITORY = "https://github.com/kugou-iot/kugou-iot/";

/** Where the links of a text lead, those at its end too. */
function listLinks(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)$/gm)]
    .map(([, inText, atEnd]) => inText ?? atEnd!);
}

/** The names by which GitHub knows the headings of a document. */
function listAnchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-")
  );
}

/** Where a link leads in this repository; null where it leads elsewhere. */
function resolve(to: string, from: string): URL | null {
  if (to.startsWith(REPOSITORY)) {
    const path = to.slice(REPOSITORY.length).replace(/^(blob|raw)\/main\//, "");
    return new URL(path, ROOT);
  }
  // GitHub's own pages, which stand two levels above the files.
  if (/^https?:/.test(to) || to.startsWith("../../")) return null;
  return new URL(to, new URL(from, ROOT));
}

Deno.test("every link of the READMEs leads somewhere from JSR and npm too", () => {
  for (const name of ["README.md", "README.zh.md"]) {
    const links = listLinks(readDocument(name));
    assertEquals(links.filter((to) => !/^(https:\/\/|#)/.test(to)), []);
  }
});

Deno.test("every link into the repository leads to a file, and to a heading of it", async () => {
  const broken: string[] = [];
  for (const { name, text } of documents) {
    for (const to of listLinks(text)) {
      const url = resolve(to, name);
      if (url === null) continue;
      const anchor = decodeURIComponent(url.hash.slice(1));
      url.hash = "";
      const target = await Deno.readTextFile(url).catch(() => null);
      const isThere = target !== null &&
        (anchor === "" || listAnchors(target).includes(anchor));
      if (!isThere) broken.push(`${name}: ${to}`);
    }
  }
  assertEquals(broken, []);
});

Deno.test("every document but those for contributors is there in both languages", () => {
  const names = documents.map(({ name }) => name);
  const english = names.filter((name) => !name.endsWith(".zh.md"));
  const alone = english
    .filter((name) => !names.includes(name.replace(/\.md$/, ".zh.md")));
  assertEquals(alone.sort(), [
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs/architecture.md",
  ]);
});

/** The code of a document, without its comments and their language. */
function readCode(text: string): string[] {
  return [...text.matchAll(/^```(?:ts|js|sh|yaml).*\n([^]*?)^```$/gm)].map((
    [, code],
  ) =>
    code!.replaceAll(/\/\*\*.*?\*\/|(^|\s)(\/\/|#) .*/g, "")
      .replaceAll(".hint.zh", ".hint.en").replaceAll(/echo "[^"]*"/g, "echo")
      .replaceAll(/[ \t]+$/gm, "")
  );
}

Deno.test("the code of a document is the same in both languages", () => {
  for (const { name, text } of documents) {
    if (!name.endsWith(".zh.md")) continue;
    const english = readDocument(name.replace(".zh.md", ".md"));
    assertEquals(readCode(text), readCode(english), name);
  }
});

Deno.test("every file that a document names is there", async () => {
  const missing: string[] = [];
  for (const { name, text } of documents) {
    const paths = text.matchAll(/`((?:tests|lib|deploy|tasks)\/[\w./-]+)`/g);
    for (const [, path] of paths) {
      const info = await Deno.stat(new URL(path!, ROOT)).catch(() => null);
      if (info === null) missing.push(`${name}: ${path}`);
    }
  }
  assertEquals(missing, []);
});
