import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import type { Sandbox } from "../../lib/sandbox/mod.ts";
import { ask } from "../sandbox/ask.ts";
import { bun, DIRECT, makeProject, testIn, tried } from "./programs.ts";

/** A sandbox that closes when its input ends; then the program ends too. */
const SCRIPT = `
  import { startSandbox } from "@kugou-iot/client/sandbox";
  const sandbox = await startSandbox({ slowMs: 60_000 });
  const { endpoint, accessToken } = sandbox;
  console.log(JSON.stringify({ endpoint, accessToken }));
  for await (const _ of process.stdin);
  await sandbox.close();
`;

const project = await makeProject();
Deno.test.afterAll(async () => await project[Symbol.asyncDispose]());
const [node, recent] = await Promise.all([tried("node"), bun("1.4.5")]);

for (const [name, program] of [["Node.js", node], ["Bun", recent]] as const) {
  testIn(`the sandbox in ${name} is that of Deno`, program, async (path) => {
    const file = `${project.dir}/sandbox.mjs`;
    await Deno.writeTextFile(file, SCRIPT);
    await using child = new Deno.Command(path, {
      args: [file],
      env: DIRECT,
      stdin: "piped",
      stdout: "piped",
    }).spawn();
    const said = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
    const sandbox: Sandbox = JSON.parse((await said.read()).value ?? "");

    const sound = await ask(sandbox, "LAEG4YJE1A/userid-number");
    assertMatch(await sound.text(), /"userid":9007199254740993123,/);
    const error = await ask(sandbox, "SANDBOXERR/200002");
    assertEquals((await error.json()).Response.ErrorCode, 200002);
    const busy = await ask(sandbox, "SANDBOXFLT/429-seconds");
    assertEquals([busy.status, busy.headers.get("retry-after")], [429, "1"]);
    assertMatch(await busy.text(), /429 Too Many Requests/);
    const big = await ask(sandbox, "SANDBOXFLT/oversized-chunked");
    assertEquals((await big.json()).Response.ErrorCode, 0);

    await assertRejects(() => ask(sandbox, "SANDBOXFLT/reset"), TypeError);
    const cut = await ask(sandbox, "SANDBOXFLT/reset-body");
    await assertRejects(() => cut.text(), TypeError);

    const headers = ask(sandbox, "SANDBOXFLT/slow-headers");
    const body = await ask(sandbox, "SANDBOXFLT/slow-body");
    const broken = Promise.all([
      assertRejects(() => headers, TypeError),
      assertRejects(() => body.text(), TypeError),
    ]);
    await child.stdin.close();
    await broken;
    await said.cancel();
    assertEquals((await child.status).code, 0);
  });
}
