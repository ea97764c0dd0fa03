import { assertEquals } from "@std/assert";

Deno.test("processes under test ask the mirrors that the tests are told of", async () => {
  // Where Deno asks anyway, so that nothing is loaded anew.
  const mirrors = {
    JSR_URL: Deno.env.get("JSR_URL") ?? "https://jsr.io/",
    NPM_CONFIG_REGISTRY: Deno.env.get("NPM_CONFIG_REGISTRY") ??
      "https://registry.npmjs.org/",
  };
  const run = import.meta.resolve("../cli/run.ts");
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: [
      "eval",
      ...JSON.parse(Deno.env.get("KUGOU_DENO_ARGS") ?? "[]"),
      `import { cleanEnv } from "${run}";
      const { JSR_URL, NPM_CONFIG_REGISTRY } = cleanEnv();
      console.log(JSON.stringify({ JSR_URL, NPM_CONFIG_REGISTRY }));`,
    ],
    env: mirrors,
  }).output();
  assertEquals(JSON.parse(new TextDecoder().decode(stdout)), mirrors);
});
