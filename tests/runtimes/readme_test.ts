import { assertMatch } from "@std/assert";
import { run } from "../command.ts";
import { bun, DIRECT, makeProject, testIn, tried } from "./programs.ts";

/** The first example of the README, as it stands. */
async function example(): Promise<string> {
  const readme = await Deno.readTextFile(
    new URL("../../README.md", import.meta.url),
  );
  return /```ts\n([^`]*startSandbox[^]*?)```/.exec(readme)![1]!;
}

const project = await makeProject();
Deno.test.afterAll(async () => await project[Symbol.asyncDispose]());
const [node, oldest, recent] = await Promise.all([
  tried("node"),
  bun("1.1.0"),
  bun("1.4.5"),
]);

for (
  const [name, program] of Object.entries({
    "Node.js": node,
    "Bun 1.1.0": oldest,
    "Bun 1.4.5": recent,
  })
) {
  testIn(
    `the README's first example runs in ${name}`,
    program,
    async (path) => {
      const file = `${project.dir}/example.mjs`;
      await Deno.writeTextFile(file, await example());
      assertMatch(
        await run(path, [file], { env: DIRECT }),
        /^Sample User active 20/,
      );
    },
  );
}

Deno.test("the README's first example runs in Deno, with the net of this machine", async () => {
  const installed = "./node_modules/@kugou-iot/client";
  const imports = {
    "@kugou-iot/client": `${installed}/mod.js`,
    "@kugou-iot/client/sandbox": `${installed}/sandbox.js`,
  };
  const file = `${project.dir}/example.mjs`;
  const config = `${project.dir}/deno.json`;
  await Deno.writeTextFile(file, await example());
  await Deno.writeTextFile(config, JSON.stringify({ imports }));
  const args = ["run", "--no-prompt", "--allow-net=127.0.0.1", file];
  assertMatch(
    await run(Deno.execPath(), args, { env: DIRECT }),
    /^Sample User active 20/,
  );
});
