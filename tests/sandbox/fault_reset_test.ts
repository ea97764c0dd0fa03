import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { type Sandbox, startSandbox } from "../../lib/sandbox/mod.ts";
import { ask, wireBody } from "./ask.ts";

Deno.test("reset is a network failure of fetch", async () => {
  await using sandbox = await startSandbox();
  await assertRejects(() => ask(sandbox, "SANDBOXFLT/reset"), TypeError);
});

Deno.test("reset-body gives headers, and fails while the body is read", async () => {
  await using sandbox = await startSandbox();
  const response = await ask(sandbox, "SANDBOXFLT/reset-body");
  assertEquals(response.status, 200);
  await assertRejects(() => response.text(), TypeError);
});

Deno.test("other connections live on after a reset", async () => {
  await using sandbox = await startSandbox({ slowMs: 200 });
  const slow = ask(sandbox, "SANDBOXFLT/slow-headers");
  await assertRejects(() => ask(sandbox, "SANDBOXFLT/reset"), TypeError);
  assertEquals((await (await slow).json()).Response.ErrorCode, 0);
  const next = await ask(sandbox, "SANDBOXFLT/reset@0");
  assertEquals((await next.json()).Response.ErrorCode, 0);
});

Deno.test("curl sees an empty reply and a body that is cut", {
  ignore: !await canRun("curl"),
}, async () => {
  await using sandbox = await startSandbox();
  assertEquals((await curl(sandbox, "SANDBOXFLT/reset")).code, 52);
  const { code, stdout } = await curl(sandbox, "SANDBOXFLT/reset-body");
  assertEquals(code, 18);
  assertMatch(stdout, /^\{"Response":\{"Data":/);
});

function curl(
  sandbox: Sandbox,
  deviceId: string,
): Promise<{ code: number; stdout: string }> {
  return run("curl", [
    ...["--silent", "--noproxy", "*"],
    ...["--header", "content-type: application/json"],
    ...["--data", JSON.stringify(wireBody(sandbox, deviceId))],
    sandbox.endpoint,
  ]);
}

async function run(
  command: string,
  args: string[],
): Promise<{ code: number; stdout: string }> {
  const { code, stdout } = await new Deno.Command(command, { args }).output();
  return { code, stdout: new TextDecoder().decode(stdout) };
}

/** Whether the program is there, and may be run. */
async function canRun(command: string): Promise<boolean> {
  const { state } = await Deno.permissions.query({ name: "run", command });
  if (state !== "granted") return false;
  try {
    return (await run(command, ["--version"])).code === 0;
  } catch {
    return false;
  }
}
