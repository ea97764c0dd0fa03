import { assertEquals } from "@std/assert";

Deno.test("processes under test ask the mirrors that the tests are told of", async () => {
  const mirrors = {
    JSR_URL: "http://127.0.0.1:9/jsr/",
    NPM_CONFIG_REGISTRY: "http://127.0.0.1:9/npm/",
  };
  const env = import.meta.resolve("../cli/env.ts");
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: [
      "eval",
      "--no-config",
      "--no-lock",
      `import { cleanEnv } from "${env}";
      const { JSR_URL, NPM_CONFIG_REGISTRY } = cleanEnv();
      console.log(JSON.stringify({ JSR_URL, NPM_CONFIG_REGISTRY }));`,
    ],
    env: mirrors,
  }).output();
  assertEquals(JSON.parse(new TextDecoder().decode(stdout)), mirrors);
});
