import { assert, assertEquals, assertMatch } from "@std/assert";
import { createApp } from "../../examples/hono.ts";
import { warnings } from "../../examples/cron.ts";
import { lookUpFleet } from "../../examples/fleet.ts";
import {
  createSandboxHandler,
  SANDBOX_ACCESS_TOKEN,
  startSandbox,
} from "../../lib/sandbox/mod.ts";
import { KugouClient } from "../../mod.ts";
import { makeProject, testIn, tried } from "../runtimes/programs.ts";

const DEVICE = "LAEG4YJE1A/dev01";
const client = new KugouClient({
  accessToken: SANDBOX_ACCESS_TOKEN,
  fetch: createSandboxHandler(),
});

/** Runs a script that looks a device up in a sandbox. */
async function lookUp(
  command: string,
  args: string[],
  device: string,
): Promise<{ code: number; stdout: string; stderr: string }> {
  await using sandbox = await startSandbox();
  const { code, stdout, stderr } = await new Deno.Command(command, {
    args: [...args, device],
    env: {
      KUGOU_ACCESS_TOKEN: sandbox.accessToken,
      KUGOU_ENDPOINT: sandbox.endpoint,
    },
  }).output();
  const [out, err] = [stdout, stderr].map((it) => new TextDecoder().decode(it));
  return { code, stdout: out!, stderr: err! };
}

const DENO = [
  "run",
  ...JSON.parse(Deno.env.get("KUGOU_DENO_ARGS") ?? "[]"),
  "--allow-net=127.0.0.1",
  "--allow-env",
  new URL("../../examples/lookup.ts", import.meta.url).href,
];

Deno.test("the script for Deno says who is behind a device", async () => {
  const { stdout } = await lookUp(Deno.execPath(), DENO, DEVICE);
  assertMatch(stdout, /^Sample User\nvip: active 20\S+Z\n/);
});

Deno.test("the script for Deno says why a device cannot be looked up", async () => {
  const { code, stderr } = await lookUp(Deno.execPath(), DENO, "dev01");
  assertEquals(code, 1);
  assertMatch(stderr, /deviceId: .*no slash/);
});

testIn(
  "the script for Node.js does the same",
  await tried("node"),
  async (node) => {
    await using project = await makeProject();
    const script = `${project.dir}/lookup.mjs`;
    const source = new URL("../../examples/lookup.mjs", import.meta.url);
    await Deno.copyFile(source, script);
    const { stdout } = await lookUp(node, [script], DEVICE);
    assertMatch(stdout, /^Sample User\nvip: active 20\S+Z\n/);
    assertEquals((await lookUp(node, [script], "dev01")).code, 1);
  },
);

async function visit(device: string, token?: string) {
  const headers = new Headers({ "x-device-id": device });
  if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
  const response = await createApp(client).request("/songs", { headers });
  return [response.status, await response.text()];
}

Deno.test("the gate for Hono lets members through, and nobody else", async () => {
  const token = SANDBOX_ACCESS_TOKEN;
  assertEquals(await visit(DEVICE, token), [200, "Songs for Sample User"]);
  assertEquals(
    await visit("LAEG4YJE1A/vip-expired", token),
    [403, "Only for vip members"],
  );
  assertEquals((await visit(DEVICE))[0], 401);
  assertEquals((await visit(DEVICE, "another-token"))[0], 401);
  assertEquals((await visit("dev01", token))[0], 400);
  assertEquals((await visit("LAEG4YJE1A/nobody", token))[0], 502);
});

Deno.test("the cron names memberships that end soon, and what went wrong", async () => {
  const devices = ["dev01", "vip-soon", "nobody"];
  const lines = await Array.fromAsync(
    warnings(client, devices.map((name) => `LAEG4YJE1A/${name}`)),
  );
  assertEquals(lines.length, 2);
  assertMatch(
    lines[0]!,
    /^LAEG4YJE1A\/vip-soon: vip of Sample User ends on 20\d\d-\d\d-\d\d$/,
  );
  assertMatch(lines[1]!, /^LAEG4YJE1A\/nobody: KugouApiError: /);
});

Deno.test("the fleet gives one result a device, and tells how far it is", async () => {
  const devices = ["dev01", "vip-expired", "nobody"];
  const progress: number[] = [];
  const settled = await Array.fromAsync(lookUpFleet(
    client,
    devices.map((name) => `LAEG4YJE1A/${name}`),
    (done) => progress.push(done),
  ));
  assertEquals(settled.map(({ status }) => status).sort(), [
    ...["fulfilled", "fulfilled", "rejected"],
  ]);
  assertEquals(progress, [1, 2, 3]);
});

Deno.test("the fleet stops where the token is refused again and again", async () => {
  const refused = new KugouClient({
    accessToken: "another-token",
    fetch: createSandboxHandler(),
  });
  let taken = 0;
  function* devices() {
    while (taken++ < 1_000) yield DEVICE;
  }
  const settled = await Array.fromAsync(lookUpFleet(refused, devices()));
  const { length } = settled;
  assert(length >= 20 && length < 60, `${length} were asked`);
});
