import { assert, assertEquals } from "@std/assert";
import { cp } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import config from "../../deno.json" with { type: "json" };
import map from "../../npm/import_map.json" with { type: "json" };
import { ROOT, run } from "../command.ts";

const { publish, nodeModulesDir: _, ...settings } = config;

/** What JSR would be given, but for its own packages, which it may not reach. */
let published: string;
let files: string[];

Deno.test.beforeAll(async () => {
  published = await Deno.makeTempDir({ prefix: "kugou-iot-" });
  const copy = await Deno.makeTempDir({ prefix: "kugou-iot-" });
  try {
    for (
      const name of ["mod.ts", "cli.ts", "lib", "npm", "README.md", "LICENSE"]
    ) {
      await cp(new URL(name, ROOT), `${copy}/${name}`, { recursive: true });
    }
    const imports = Object.fromEntries(
      Object.entries(map.imports)
        .map(([name, to]) => [name, to.replace(/^\.\//, "./npm/")]),
    );
    const include = [...publish.include, "npm/std_*.ts"];
    await Deno.writeTextFile(
      `${copy}/deno.json`,
      JSON.stringify({
        ...settings,
        imports,
        publish: { ...publish, include },
      }),
    );
    files = await listPublished(copy);
    for (const file of files) {
      await cp(`${copy}/${file}`, `${published}/${file}`, { recursive: true });
    }
  } finally {
    await Deno.remove(copy, { recursive: true });
  }
});

Deno.test.afterAll(async () => {
  await Deno.remove(published, { recursive: true });
});

function deno(...args: string[]): Promise<string> {
  return run(Deno.execPath(), args, { cwd: published });
}

/** Fails on slow types, and where a module imports one that is left out. */
async function listPublished(directory: string): Promise<string[]> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["publish", "--dry-run", "--allow-dirty"],
    cwd: directory,
    env: { NO_COLOR: "1" },
  }).output();
  const output = new TextDecoder().decode(stderr);
  assert(success, output);
  const base = await urlOf(directory);
  return [...output.matchAll(/file:\S+/g)]
    .map(([url]) => url.slice(base.length));
}

async function urlOf(directory: string): Promise<string> {
  return `${pathToFileURL(await Deno.realPath(directory))}/`;
}

Deno.test("the exports, README and licence are published, and nothing of the page", () => {
  const wanted = [...Object.values(config.exports), "README.md", "LICENSE"]
    .map((path) => path.replace("./", ""));
  assertEquals(wanted.filter((path) => !files.includes(path)), []);
  const isOfPage = /\.tsx$|^lib\/web\/|^lib\/i18n\/.*\bweb|^tests\/|^tasks\//;
  assertEquals(files.filter((path) => isOfPage.test(path)), []);
});

Deno.test("what is published is complete: its types hold, and its docs", async () => {
  const entries = Object.values(config.exports);
  await deno("check", ...entries);
  await deno("doc", "--lint", ...entries);
});

Deno.test("what is published looks a user up", async () => {
  const output = await deno(
    "run",
    "--no-prompt",
    "--allow-net=127.0.0.1",
    /--allow-env=\S+/.exec(config.tasks.cli.command)![0],
    "cli.ts",
    "user-info",
    "LAEG4YJE1A/dev01",
    "--sandbox",
    "--json",
  );
  assertEquals(JSON.parse(output).user.id, "1000000001");
});

Deno.test("to import the command line does not run it", async () => {
  assertEquals(
    await deno("eval", 'await import("./cli.ts"); console.log(1)'),
    "1",
  );
});

Deno.test("who imports the client loads the client and nothing else of ours", async () => {
  const { modules } = JSON.parse(await deno("info", "--json", "mod.ts"));
  const base = await urlOf(published);
  const loaded: string[] = modules
    .map((it: { specifier: string }) => it.specifier)
    .filter((url: string) => url.startsWith(base))
    .map((url: string) => url.slice(base.length));
  const others = loaded.filter((path) =>
    !/^(mod\.ts|lib\/client\/\w+\.ts|npm\/std_uuid_\w+\.ts)$/.test(path)
  );
  assert(loaded.length > 10);
  assertEquals(others, []);
});
