import { assert, assertEquals } from "@std/assert";
import config from "../../deno.json" with { type: "json" };
import map from "../../npm/import_map.json" with { type: "json" };

const ROOT = new URL("../../", import.meta.url);
const ON_JSR: Record<string, string> = config.imports;
const ON_NPM: Record<string, string> = map.imports;

/** What imports packages by their names, but vite.config.ts: it needs JSR. */
const SOURCES = [
  "mod.ts",
  "cli.ts",
  "lib",
  "npm",
  "main.ts",
  "utils.ts",
  "client.ts",
  "tasks",
  "routes",
  "islands",
  "components",
  "tests",
  "bench",
  "examples",
  "README.md",
];

/** `from "name"` and `import("name")`, with a name that is no path or URL. */
const BARE = /(?:\bfrom\s*|\bimport\s*\(?\s*)"(?<name>[@\w][^":\s]*)"/g;

async function* readSources(url: URL): AsyncGenerator<string> {
  const info = await Deno.stat(url).catch(() => undefined);
  if (info?.isFile && /\.(tsx?|md)$/.test(url.pathname)) {
    yield await Deno.readTextFile(url);
  } else if (info?.isDirectory) {
    for await (const { name } of Deno.readDir(url)) {
      yield* readSources(new URL(`${url}/${name}`));
    }
  }
}

async function listImports(): Promise<Set<string>> {
  const names = new Set<string>();
  for (const source of SOURCES) {
    for await (const text of readSources(new URL(source, ROOT))) {
      for (const { groups } of text.matchAll(BARE)) names.add(groups!.name!);
    }
  }
  return names;
}

/** The package of an import: `@std/cli` for `@std/cli/unicode-width`. */
function readPackage(name: string): string {
  return name.split("/", name.startsWith("@") ? 2 : 1).join("/");
}

/** What only the set that is installed needs: Fresh's bundler, node's types. */
const FOR_JSR_ALONE = ["vite", "@types/node"];

Deno.test("both sets name the same versions of npm packages", () => {
  // "preact/" is there for "preact/hooks"; deno.json means both by "preact".
  const listNpm = (imports: Record<string, string>) =>
    Object.entries(imports).filter(([, to]) => to.startsWith("npm:"))
      .map(([name, to]) =>
        name.endsWith("/")
          ? [name.slice(0, -1), to.replace("npm:/", "npm:").slice(0, -1)]
          : [name, to]
      );
  const onNpm = Object.fromEntries(listNpm(ON_NPM));
  const onJsr = Object.fromEntries(listNpm(ON_JSR));
  for (const name of FOR_JSR_ALONE) delete onJsr[name];
  assertEquals(onNpm, onJsr);
  for (const [name, to] of listNpm(ON_NPM)) assertEquals(to, onNpm[name!]);
});

Deno.test("the npm set holds every import of a package from JSR", async () => {
  const names = (await listImports()).values()
    .filter((it) => ON_JSR[readPackage(it)]?.startsWith("jsr:"));
  const missing = [...names].filter((it) => !(it in ON_NPM));
  assertEquals(missing, []);
});

Deno.test("the npm set holds no stand-in that nothing imports", async () => {
  const names = await listImports();
  const isUsed = (name: string) =>
    names.has(name) ||
    name.endsWith("/") && names.values().some((it) => it.startsWith(name));
  const standIns = Object.keys(ON_NPM).filter((it) => ON_NPM[it]![0] === ".");
  assertEquals(standIns.filter((it) => !isUsed(it)), []);
});

Deno.test("a stand-in belongs to a package of the other set", () => {
  for (const name of Object.keys(ON_NPM)) assert(readPackage(name) in ON_JSR);
});

Deno.test("the npm set resolves nothing by a download address", async () => {
  const lock = await Deno.readTextFile(new URL("npm/deno.lock", ROOT));
  assertEquals(lock.match(/\bhttps?:/g), null);
  for (const to of Object.values(ON_NPM)) assert(/^(npm:|\.\/)/.test(to));
});
