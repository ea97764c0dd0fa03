import { assertEquals } from "@std/assert";

interface Module {
  specifier: string;
  dependencies?: { specifier: string; code?: unknown }[];
}

Deno.test("what serves a bundled build asks no registry for anything", async () => {
  for (const script of ["serve.ts", "web.ts"]) {
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["info", "--json", "--no-config", "--no-lock", script],
      cwd: new URL("../../", import.meta.url),
      stderr: "null",
    }).output();
    const { modules } = JSON.parse(new TextDecoder().decode(stdout));
    const packages = (modules as Module[]).flatMap(({ dependencies = [] }) =>
      dependencies.filter((it) => it.code).map((it) => it.specifier)
        .filter((it) => !it.startsWith("."))
    );
    assertEquals(packages, [], script);
  }
});
