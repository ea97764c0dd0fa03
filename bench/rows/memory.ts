import { compare, type Line } from "../compare.ts";
import { cliBatch, withFiles } from "../files.ts";
import { RESPONDER } from "../others/endpoint.ts";
import { peakMemory, startServer } from "../processes.ts";

const FEW = 10_000;
const MANY = 1_000_000;

/** The peak memory of a long batch, against that of a short one. */
export async function memory(say: (text: string) => void): Promise<Line[]> {
  await using responder = await startServer(RESPONDER);
  const peakOf = (count: number) => {
    say(`${count} lines`);
    return withFiles(
      count,
      (files) => peakMemory(cliBatch(responder.url, files)),
    );
  };
  return [compare({
    what: "peak memory of `batch`, a million lines",
    against: "ten thousand lines",
    theirs: [await peakOf(FEW)],
    ours: [await peakOf(MANY)],
    limit: ["≤", 1.4],
    format: (bytes) => `${(bytes / 1e6).toFixed(0)} MB`,
  })];
}
