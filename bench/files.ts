import { TOKEN } from "./others/endpoint.ts";
import type { Program } from "./processes.ts";

/** Where a batch reads and writes. */
export interface Files {
  readonly input: string;
  readonly output: string;
}

/** Does something with so many lines of devices in a file. */
export async function withFiles<Result>(
  count: number,
  work: (files: Files) => Promise<Result>,
): Promise<Result> {
  const directory = await Deno.makeTempDir();
  try {
    const files = {
      input: `${directory}/in.ndjson`,
      output: `${directory}/out.ndjson`,
    };
    const lines = Array.from(
      { length: count },
      (_, i) => `{"deviceId":"LAEG4YJE1A/dev${i}"}\n`,
    );
    await Deno.writeTextFile(files.input, lines.join(""));
    return await work(files);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

export function cliBatch(url: string, { input, output }: Files): Program {
  return {
    args: [
      ...["--allow-net=127.0.0.1", "--allow-env"],
      ...["--allow-read", "--allow-write"],
      ...["cli.ts", "batch", input, "--out", output, "--quiet"],
      ...["--concurrency", "64", "--endpoint", url],
    ],
    env: { KUGOU_ACCESS_TOKEN: TOKEN },
  };
}
