import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { type Sandbox, startSandbox } from "../../lib/sandbox/mod.ts";
import { linesOfFile, numbersOf } from "../batch/lines.ts";
import { cleanEnv } from "../cli/env.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

const DENO_ARGS: string[] = JSON.parse(
  Deno.env.get("KUGOU_DENO_ARGS") ?? "[]",
);

const NOT_FOUND = `{"deviceId":"LAEG4YJE1A/nobody"}\n`;

function readManifest(name: string): Promise<string> {
  return Deno.readTextFile(`${ROOT}deploy/${name}`);
}

/** Runs something where the volumes of a Pod are folders of a directory. */
async function withVolumes(
  devices: string,
  work: (dir: string, sandbox: Sandbox) => Promise<void>,
): Promise<void> {
  const dir = await Deno.makeTempDir();
  try {
    await using sandbox = await startSandbox();
    for (const folder of ["devices", "answers", "token"]) {
      await Deno.mkdir(`${dir}/${folder}`);
    }
    await Deno.writeTextFile(`${dir}/devices/devices.ndjson`, devices);
    await Deno.writeTextFile(`${dir}/token/token`, sandbox.accessToken);
    await work(dir, sandbox);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

/** What a Pod runs, with this machine in the place of the cluster. */
function adapt(text: string, dir: string): string {
  return text
    .replaceAll(/(^|[=, ])(?=\/(?:devices|answers|token)\b)/g, `$1${dir}`)
    .replaceAll(/jsr:\S+/g, `${ROOT}cli.ts`)
    .replaceAll("iot.cloud.tencent.com", "127.0.0.1");
}

async function run(
  command: string,
  args: string[],
  env: Record<string, string> = {},
) {
  const output = await new Deno.Command(command, {
    args,
    clearEnv: true,
    env: cleanEnv(env),
  }).output();
  const [out, err] = [output.stdout, output.stderr]
    .map((bytes) => new TextDecoder().decode(bytes));
  return { code: output.code, out: out!, err: err! };
}

Deno.test("the Job's arguments run a shard with just their permissions, and ask again what failed", async () => {
  const text = await readManifest("kubernetes-batch-job.yaml");
  const [, block = ""] = /^ +args:\n((?: +(?:- |#).*\n)+)/m.exec(text) ?? [];
  const find = (pattern: RegExp) =>
    [...block.matchAll(pattern)].map(([, arg]) => arg!.replace(/ +#.*/, ""));
  const args = find(/^ +- (.*)$/gm);
  const others = find(/^ +# - (.*)$/gm);

  await withVolumes(NOT_FOUND.repeat(32), async (dir, { endpoint }) => {
    const runArgs = (args: readonly string[]) => {
      const [command = "", ...rest] = args.map((arg) =>
        adapt(arg.replaceAll("$(JOB_COMPLETION_INDEX)", "2"), dir)
      );
      return run(
        Deno.execPath(),
        [command, ...DENO_ARGS, ...rest, "--endpoint", endpoint],
        { JOB_COMPLETION_INDEX: "2" },
      );
    };
    const first = await runArgs(args);
    assertEquals(first.code, 10, first.err);
    const out = `${dir}/answers/2.ndjson`;
    assertEquals(numbersOf(await linesOfFile(out)), [2, 10, 18, 26]);
    const summary = `${dir}/answers/2.summary.json`;
    const { exitCode } = JSON.parse(await Deno.readTextFile(summary));
    assertEquals(exitCode, 10);

    const again = args.filter((arg) => !/^--(?:out|resume)/.test(arg));
    assertEquals([args.length - again.length, others.length], [2, 1]);
    const second = await runArgs([...again, ...others]);
    assertEquals(second.code, 10, second.err);
    assertStringIncludes(second.err, "4 lines: 0 ok, failed: 4 not-found");
  });
});

Deno.test("the CronJob's script reports what ends soon, though lines have failed", async () => {
  const text = await readManifest("kubernetes-ending-cronjob.yaml");
  const [, block = ""] = /^ +args:\n +- \|\n((?: {18}.*\n)+)/m.exec(text) ?? [];
  const script = block.replaceAll(/^ {18}/gm, "");
  const soon = `{"deviceId":"LAEG4YJE1A/vip-soon","shop":"A"}\n`;
  await withVolumes(soon + NOT_FOUND, async (dir, { endpoint }) => {
    const adapted = adapt(script, dir)
      .replaceAll("deno run", ["deno run", ...DENO_ARGS].join(" "))
      .replace("--rate=25", `--rate=25 --endpoint=${endpoint}`);
    const { code, out, err } = await run("sh", ["-ec", adapted]);
    assertEquals(code, 0, err);
    assertStringIncludes(out, "2 devices: 1 found, 1 failed");
    assertStringIncludes(out, "LAEG4YJE1A/vip-soon");
    const table = await Deno.readTextFile(`${dir}/answers/ending.csv`);
    assertEquals(table.trimEnd().split("\r\n").length, 2);
    assert(table.includes("A,1,LAEG4YJE1A/vip-soon,true,"));
  });
});
