import { compare, formatTime, type Line, race } from "../compare.ts";
import { DEVICE, RESPONDER, TOKEN } from "../others/endpoint.ts";
import { run, startServer } from "../processes.ts";
import config from "../../deno.json" with { type: "json" };

const SDK = "qcloud-iotexplorer-appdev-sdk";
const SDK_SCRIPT = new URL("../others/sdk.mjs", import.meta.url);

/** A lookup as a process, from its start to its end. */
export async function cli(say: (text: string) => void): Promise<Line[]> {
  const directory = await Deno.makeTempDir();
  try {
    await installSdk(directory);
    return await measure(directory, say);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

async function measure(
  directory: string,
  say: (text: string) => void,
): Promise<Line[]> {
  await using responder = await startServer(RESPONDER);
  const { url } = responder;
  const permissions = ["--allow-net=127.0.0.1", "--allow-env"];
  const { ours, script, node } = await race({
    ours: () =>
      run({
        args: [
          ...permissions,
          "cli.ts",
          "user-info",
          DEVICE,
          "--endpoint",
          url,
        ],
        env: { KUGOU_ACCESS_TOKEN: TOKEN },
      }),
    script: () =>
      run({
        args: [...permissions, "bench/others/script.ts", url, TOKEN, DEVICE],
      }),
    node: () =>
      run({
        command: "node",
        args: ["sdk.mjs", url, TOKEN, DEVICE],
        cwd: directory,
      }),
  }, { rounds: 20, onRound: say });
  const comparison = {
    what: "`cli.ts user-info` as a process",
    ours,
    format: formatTime,
  };
  return [
    compare({
      ...comparison,
      against: "a bare Deno script",
      theirs: script,
      limit: ["≤", 2],
    }),
    compare({
      ...comparison,
      against: "a Node script with Tencent's SDK",
      theirs: node,
      limit: ["≤", 0.5],
    }),
  ];
}

/** Node finds packages in a `node_modules/` beside the script alone. */
async function installSdk(directory: string): Promise<void> {
  const imports = { [SDK]: config.imports[SDK] };
  const settings = { nodeModulesDir: "auto", imports };
  await Deno.writeTextFile(`${directory}/deno.json`, JSON.stringify(settings));
  await Deno.copyFile(SDK_SCRIPT, `${directory}/sdk.mjs`);
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["install", "--quiet"],
    cwd: directory,
  }).output();
  if (!success) throw new Error(`Cannot install ${SDK}`);
}
