/** Outputs of batches, made by hand. */

import { type JsonObject, readKugouUser } from "../../mod.ts";
import { run as runCli } from "../cli/run.ts";

/** The moment that the tests reckon from: noon in China. */
export const AT = "2026-12-01T12:00:00+08:00";

const V7 = "01926f9c-8a40-7c7e-b1d2-3f4a5b6c7d8e";

/** The first line of an output. */
export function header(shard = "0/1", input = "devices.csv"): string {
  const endpoint = "https://iot.cloud.tencent.com/api/exploreropen/tokenapi";
  return JSON.stringify({ batch: { version: 2, input, shard, endpoint } });
}

/** The line of a user that was found. */
export function found(
  line: number,
  data: JsonObject,
  more: JsonObject = {},
): string {
  const user = readKugouUser({ userid: `${1_000 + line}`, ...data });
  return JSON.stringify({
    ...{ line, hash: "00000000", ok: true, deviceId: `LAEG4YJE1A/dev${line}` },
    ...{ user, data, requestId: V7, serverRequestId: null },
    ...{ attempts: 1, durationMs: 20, ...more },
  });
}

/** The line of a lookup that failed. */
export function failed(line: number, error: JsonObject): string {
  return JSON.stringify({
    ...{ line, hash: "00000000", ok: false, deviceId: `LAEG4YJE1A/dev${line}` },
    ...{ error, requestId: null, requestIds: [], attempts: 0 },
  });
}

export const NOT_FOUND = {
  kind: "api",
  code: "ResourceNotFound.DeviceNotExist",
  class: "not-found",
};

/** Writes outputs into a directory of their own, and runs `report` on them. */
export async function withOutputs<T>(
  outputs: Readonly<Record<string, readonly string[] | string>>,
  work: (it: {
    readonly dir: string;
    readonly report: (...args: string[]) => ReturnType<typeof runCli>;
  }) => Promise<T>,
): Promise<T> {
  const dir = await Deno.makeTempDir();
  try {
    for (const [name, lines] of Object.entries(outputs)) {
      const text = typeof lines === "string" ? lines : `${lines.join("\n")}\n`;
      await Deno.writeTextFile(`${dir}/${name}`, text);
    }
    const env = ["KUGOU_LANG", "FORCE_COLOR", "TERM"].join(",");
    const report = (...args: string[]) =>
      runCli(
        ["report", ...args, ...args.includes("--at") ? [] : ["--at", AT]],
        {
          cwd: dir,
          env: { KUGOU_LANG: "en" },
          permissions: [
            "--allow-read=.",
            `--allow-env=${env}`,
            "--allow-write=.",
          ],
        },
      );
    return await work({ dir, report });
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}
