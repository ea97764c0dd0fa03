import { assertEquals } from "@std/assert";

Deno.test("processes under test ask the mirrors that the tests are told of", async () => {
  const mirrors = {
    JSR_URL: "https://jsr.example",
    NPM_CONFIG_REGISTRY: "https://npm.example",
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
