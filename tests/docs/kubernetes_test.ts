import { assert, assertEquals } from "@std/assert";
import { startSandbox } from "../../lib/sandbox/mod.ts";
import { cleanEnv } from "../cli/env.ts";
import { linesOfFile, numbersOf } from "../batch/cli.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

const DENO_ARGS: string[] = JSON.parse(
  Deno.env.get("KUGOU_DENO_ARGS") ?? "[]",
);

/** The arguments in a manifest; those in comments are the other way. */
async function argsOf(manifest: string) {
  const text = await Deno.readTextFile(`${ROOT}deploy/${manifest}`);
  const [, block = ""] = /^ +args:\n((?: +(?:- |#).*\n)+)/m.exec(text) ?? [];
  const find = (pattern: RegExp) =>
    [...block.matchAll(pattern)].map(([, arg]) => arg!.replace(/ +#.*/, ""));
  return { args: find(/^ +- (.*)$/gm), others: find(/^ +# - (.*)$/gm) };
}

Deno.test("the Job's arguments run a shard with just their permissions, and ask again what failed", async () => {
  const dir = await Deno.makeTempDir();
  await using sandbox = await startSandbox();
  for (const folder of ["devices", "answers", "token"]) {
    await Deno.mkdir(`${dir}/${folder}`);
  }
  const devices = ["dev01", "nobody", "dev01", "vip-expired"];
  await Deno.writeTextFile(
    `${dir}/devices/devices.ndjson`,
    devices.map((name) => `{"deviceId":"LAEG4YJE1A/${name}"}\n`).join("")
      .repeat(8),
  );
  await Deno.writeTextFile(`${dir}/token/token`, sandbox.accessToken);

  const run = async (args: readonly string[]) => {
    const [command = "", ...rest] = args.map((arg) =>
      arg.replaceAll("$(JOB_COMPLETION_INDEX)", "2")
        .replaceAll(/(^|[=,])(?=\/(?:devices|answers|token)\b)/g, `$1${dir}`)
        .replace(/^jsr:.*/, `${ROOT}cli.ts`)
        .replace("iot.cloud.tencent.com", "127.0.0.1")
    );
    const { code, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [command, ...DENO_ARGS, ...rest, "--endpoint", sandbox.endpoint],
      clearEnv: true,
      env: cleanEnv({ JOB_COMPLETION_INDEX: "2" }),
    }).output();
    return { code, err: new TextDecoder().decode(stderr) };
  };

  const { args, others } = await argsOf("kubernetes-batch-job.yaml");
  const first = await run(args);
  assertEquals(first.code, 10, first.err);
  const out = `${dir}/answers/2.ndjson`;
  assertEquals(numbersOf(await linesOfFile(out)), [2, 10, 18, 26]);
  const summary = `${dir}/answers/2.summary.json`;
  const { exitCode } = JSON.parse(await Deno.readTextFile(summary));
  assertEquals(exitCode, 10);

  const again = args.filter((arg) => !/^--(?:out|resume)/.test(arg));
  assertEquals(args.length - again.length, 2);
  assert(others.length === 1);
  const second = await run([...again, ...others]);
  assertEquals(second.code, 10, second.err);
  assert(/^4 lines: 0 ok, failed: 4 not-found/m.test(second.err), second.err);
  await Deno.remove(dir, { recursive: true });
});
