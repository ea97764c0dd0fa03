import { assertEquals } from "@std/assert";

interface Module {
  specifier: string;
  dependencies?: { specifier: string; code?: { specifier?: string } }[];
}

/** Lists the packages that a script loads, types aside. */
async function listPackages(script: string): Promise<string[]> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", "--no-config", "--no-lock", script],
    cwd: new URL("../../", import.meta.url),
    stderr: "null",
  }).output();
  const { modules, roots } = JSON.parse(new TextDecoder().decode(stdout));
  const bySpecifier = Map.groupBy(modules as Module[], (it) => it.specifier);
  const loaded = new Set<string>(roots);
  const packages: string[] = [];
  for (const url of loaded) {
    const [{ dependencies = [] } = {}] = bySpecifier.get(url) ?? [];
    for (const { code, specifier } of dependencies) {
      if (!code) continue;
      if (code.specifier?.startsWith("file:")) loaded.add(code.specifier);
      else packages.push(specifier);
    }
  }
  return packages;
}

Deno.test("what serves a bundled build asks no registry for anything", async () => {
  assertEquals(await listPackages("main.ts").then((it) => it.length > 0), true);
  assertEquals(await listPackages("tasks/serve.ts"), []);
  assertEquals(await listPackages("tasks/web.ts"), []);
});
