import { startSandbox } from "@kugou-iot/client/sandbox";
import { assertEquals, assertMatch } from "@std/assert";
import { DEVICE } from "./fixtures.ts";

const ROOT = new URL("../../", import.meta.url);

/** Runs a command that must succeed and gives what it printed. */
async function run(
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(command, {
    args,
    env,
    cwd: ROOT,
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes).trim();
  assertEquals(success, true, text(stderr));
  return text(stdout);
}

/** The client as one file of plain JavaScript, as a bundler makes it. */
async function bundle(dir: string): Promise<string> {
  const file = `${dir}/kugou.mjs`;
  const extra = JSON.parse(Deno.env.get("KUGOU_DENO_ARGS") ?? "[]");
  await run(Deno.execPath(), [
    "bundle",
    "--quiet",
    ...extra,
    "--output",
    file,
    "mod.ts",
  ]);
  return file;
}

const USER_INFO = `
  import { KugouApiError, KugouClient } from "./kugou.mjs";
  const { ENDPOINT: endpoint, TOKEN: accessToken } = process.env;
  const client = new KugouClient({ accessToken, endpoint, retry: { baseDelayMs: 0 } });
  const { user, attempts } = await client.userInfo({ deviceId: "${DEVICE}" });
  console.log(user.id, user.memberships.vip.state, attempts);
  const again = await client.userInfo({ deviceId: "SANDBOXERR/InternalError@1" });
  console.log(again.attempts);
  const big = await client.userInfo({ deviceId: "LAEG4YJE1A/userid-number" });
  console.log(typeof big.user.id, big.user.id);
  for (const deviceId of ["LAEG4YJE1A/nobody", "SANDBOXFLT/redirect", "SANDBOXFLT/reset-body"]) {
    const error = await client.userInfo({ deviceId }).catch((error) => error);
    console.log(error.name, error.class ?? error.status ?? error.phase);
  }
`;

Deno.test("the client runs under plain Node.js, without Deno", async () => {
  await using sandbox = await startSandbox();
  const dir = await Deno.makeTempDir();
  try {
    await bundle(dir);
    await Deno.writeTextFile(`${dir}/main.mjs`, USER_INFO);
    const output = await run("node", [`${dir}/main.mjs`], {
      ENDPOINT: sandbox.endpoint,
      TOKEN: sandbox.accessToken,
    });
    const lines = output.split("\n");
    assertEquals(lines[0], "1000000001 active 1");
    assertEquals(lines[1], "2");
    assertEquals(lines.slice(3), [
      "KugouApiError not-found",
      "KugouProtocolError 307",
      "KugouNetworkError body",
    ]);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});

Deno.test("the client names nothing of Deno and imports nothing but UUIDs", async () => {
  for await (const entry of Deno.readDir(new URL("lib/client/", ROOT))) {
    const code = await Deno.readTextFile(
      new URL(`lib/client/${entry.name}`, ROOT),
    );
    const withoutComments = code.replace(/\/\*[^]*?\*\/|\/\/.*/g, "");
    assertEquals(withoutComments.match(/\bDeno\./), null, entry.name);
    for (const [, specifier] of withoutComments.matchAll(/from "([^"]+)"/g)) {
      assertMatch(specifier!, /^\.\/\w+\.ts$|^@std\/uuid\//, entry.name);
    }
  }
});
