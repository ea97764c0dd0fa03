import { assertLess } from "@std/assert";
import { Input } from "../../lib/batch/input.ts";

const MIB = 1024 * 1024;

/** One long line in each chunk, as a pipe hands them out. */
function* chunks(count: number) {
  for (let i = 0; i < count; i++) {
    const chunk = new Uint8Array(MIB / 4).fill(32);
    chunk[chunk.length - 1] = 10;
    yield chunk;
  }
}

Deno.test("what was read of the input is kept no longer", async () => {
  await using input = new Input(ReadableStream.from(chunks(2048)));
  const before = Deno.memoryUsage().external;
  for await (const _ of input.lines("utf-8", new AbortController().signal));
  const keptMib = (Deno.memoryUsage().external - before) / MIB;
  assertLess(keptMib, 256, "of the 512 MiB that were read");
});
