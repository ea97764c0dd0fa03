/** Holds up the rooms of the house: who may import whom. */

import { assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../", import.meta.url);

/** What each room may import besides itself, and packages. */
const MAY_IMPORT: Record<string, string[]> = {
  "lib/client": [],
  "mod.ts": ["lib/client"],
  "lib/i18n": ["mod.ts"],
  "lib/text": [],
  "lib/sandbox": ["mod.ts", "lib/i18n"],
  "lib/batch": ["mod.ts", "lib/i18n", "lib/text"],
  "lib/report": ["mod.ts", "lib/i18n", "lib/text"],
  "lib/cli": [
    "mod.ts",
    "lib/i18n",
    "lib/text",
    "lib/sandbox",
    "lib/batch",
    "lib/report",
    "deno.json",
  ],
  "cli.ts": ["lib/cli"],
  "lib/web": ["mod.ts", "lib/i18n", "lib/text", "lib/sandbox"],
  "utils.ts": ["lib/web"],
  "components": ["mod.ts", "lib/i18n", "lib/web"],
  "islands": ["mod.ts", "lib/i18n", "lib/web", "components"],
  "routes": ["mod.ts", "lib/web", "components", "islands", "utils.ts"],
  "main.ts": ["lib/web", "components", "utils.ts"],
  "client.ts": [],
};

/** The files of the rooms, each with those that it imports, types included. */
const imports = await readImports();

async function readImports(): Promise<Map<string, string[]>> {
  const files = (await Promise.all(Object.keys(MAY_IMPORT).map(listFiles)))
    .flat();
  const entry = await Deno.makeTempFile({ suffix: ".ts" });
  try {
    const lines = files.map((it) => `import "${new URL(it, ROOT)}";\n`);
    await Deno.writeTextFile(entry, lines.join(""));
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: [
        "info",
        "--json",
        `--config=${fileURLToPath(new URL("deno.json", ROOT))}`,
        ...JSON.parse(Deno.env.get("KUGOU_DENO_ARGS") ?? "[]"),
        entry,
      ],
      stderr: "inherit",
    }).output();
    const { modules } = JSON.parse(new TextDecoder().decode(stdout));
    const all = modules.map(({ specifier, dependencies = [] }: Module) => [
      specifier.replace(ROOT.href, ""),
      dependencies.filter((it) => it.specifier.startsWith("."))
        .map((it) => (it.code ?? it.type)!.specifier.replace(ROOT.href, "")),
    ]);
    const byFile: Map<string, string[]> = new Map(all);
    return new Map(files.map((it) => [it, byFile.get(it) ?? []]));
  } finally {
    await Deno.remove(entry);
  }
}

interface Module {
  specifier: string;
  dependencies?: {
    specifier: string;
    code?: { specifier: string };
    type?: { specifier: string };
  }[];
}

async function listFiles(path: string): Promise<string[]> {
  if (/\.tsx?$/.test(path)) return [path];
  const files: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(new URL(path, ROOT))) {
    if (isDirectory || /\.tsx?$/.test(name)) {
      files.push(...await listFiles(`${path}/${name}`));
    }
  }
  return files;
}

const roomOf = (file: string) =>
  Object.keys(MAY_IMPORT).find((it) =>
    file === it || file.startsWith(`${it}/`)
  );

/** Leaves the files that import each other in a circle, or lie between two. */
function findCircles(): string[] {
  const left = new Set(imports.keys());
  while (true) {
    const imported = new Set([...left].flatMap((it) => imports.get(it)!));
    const free = [...left].filter((file) =>
      !imported.has(file) || !imports.get(file)!.some((it) => left.has(it))
    );
    if (free.length === 0) return [...left];
    for (const file of free) left.delete(file);
  }
}

Deno.test("no file imports itself by way of others", () => {
  assertEquals(findCircles(), []);
});

Deno.test("each room imports only from the rooms that it may know", () => {
  const wrong = [...imports].flatMap(([file, targets]) =>
    targets.filter((target) => {
      const [from, to] = [roomOf(file)!, roomOf(target)];
      return from !== to && !MAY_IMPORT[from]!.includes(to ?? target);
    }).map((target) => `${file} → ${target}`)
  );
  assertEquals(wrong, []);
});

Deno.test("what wires a room together is imported by nobody in it", () => {
  const entries = ["main.ts", "cli.ts", "lib/cli/main.ts"];
  const importers = [...imports].filter(([file]) => file !== "cli.ts")
    .flatMap(([file, targets]) =>
      targets.filter((it) => entries.includes(it)).map(() => file)
    );
  assertEquals(importers, []);
});

Deno.test("the top holds the entries and what Fresh asks for", async () => {
  const files: string[] = [];
  for await (const { name } of Deno.readDir(ROOT)) {
    if (/\.tsx?$/.test(name)) files.push(name);
  }
  const rooms = Object.keys(MAY_IMPORT).filter((it) => /\.tsx?$/.test(it));
  assertEquals(files.sort(), [...rooms, "vite.config.ts"].sort());
});
