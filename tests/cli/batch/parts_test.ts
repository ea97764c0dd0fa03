import { assert, assertEquals, assertThrows } from "@std/assert";
import { isOfShard, parseShard } from "../../../lib/cli/batch/batch_options.ts";
import {
  fingerprintBytes,
  fingerprintFile,
} from "../../../lib/cli/batch/belonging.ts";
import { resumeCommand } from "../../../lib/cli/batch/command.ts";
import { formatOfBytes, formatOfName } from "../../../lib/cli/batch/input.ts";
import { Rate } from "../../../lib/cli/batch/pace.ts";
import { Refusal } from "../../../lib/cli/batch/request_fields.ts";
import { LineSet } from "../../../lib/cli/batch/scan_output.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

Deno.test("the format is told by the name, or by the first byte", () => {
  assertEquals(formatOfName("a/devices.CSV"), "csv");
  assertEquals(formatOfName("devices.ndjson"), "ndjson");
  assertEquals(formatOfName("devices.jsonl"), "ndjson");
  assertEquals(formatOfName("csv"), null);
  assertEquals(formatOfName("a.csv/devices"), null);
  assertEquals(formatOfName("devices.constructor"), null);
  assertEquals(formatOfBytes(bytes("\ufeff \r\n{}")), "ndjson");
  assertEquals(formatOfBytes(bytes("deviceId\n")), "csv");
  assertEquals(formatOfBytes(bytes("")), "csv");
  for (const mark of [[0xff, 0xfe], [0xfe, 0xff]]) {
    const error = assertThrows(
      () => formatOfBytes(new Uint8Array(mark)),
      Refusal,
    );
    assertEquals(error.words.en.reason, "it is UTF-16");
  }
});

Deno.test("every line is of exactly one shard", () => {
  for (let of = 1; of <= 7; of++) {
    for (let line = 1; line <= 50; line++) {
      const shards = Array.from({ length: of }, (_, index) => ({ index, of }));
      const owners = shards.filter((shard) => isOfShard(line, shard));
      assertEquals(owners.length, 1);
    }
  }
});

Deno.test("a shard that cannot be is refused", () => {
  assertEquals(parseShard("3/4"), { index: 3, of: 4 });
  for (
    const text of ["", "4/4", "-1/4", "1", "1/0", "a/b", "1.5/4", "0/1000000"]
  ) {
    assertThrows(() => parseShard(text), Refusal);
  }
});

Deno.test("a rate begins evenly, and saves nothing up for a burst", () => {
  let now = 0;
  const rate = new Rate(100, () => now);
  assertEquals([rate.take(), rate.take(), rate.take()], [0, 10, 20]);
  now = 10_000;
  const waits = Array.from({ length: 6 }, () => rate.take());
  assertEquals(waits, [0, 0, 0, 10, 20, 30]);
});

Deno.test("a file has the fingerprint of its bytes, however many there are", async () => {
  const path = await Deno.makeTempFile();
  try {
    const mebibyte = 1024 * 1024;
    for (const size of [0, 5, mebibyte - 1, mebibyte, 2.5 * mebibyte]) {
      const content = crypto.getRandomValues(new Uint8Array(65_536));
      const bytes = Uint8Array.from(
        { length: size },
        (_, i) => content[i % 65_521]!,
      );
      await Deno.writeFile(path, bytes);
      assertEquals(await fingerprintFile(path), await fingerprintBytes(bytes));
      const half = Math.floor(size / 2);
      assertEquals(
        await fingerprintFile(path, half),
        await fingerprintBytes(bytes.subarray(0, half)),
      );
    }
  } finally {
    await Deno.remove(path);
  }
});

Deno.test("a set of lines takes a bit for each", () => {
  const set = new LineSet();
  const lines = [1, 7, 8, 32_767, 32_768, 1_000_000, 2 ** 40];
  for (const line of [...lines, ...lines]) set.add(line);
  assertEquals(set.size, lines.length);
  for (const line of lines) {
    assert(set.has(line));
    assert(!set.has(line + 2));
  }
  set.delete(8);
  set.delete(8);
  set.delete(3_000_000);
  assertEquals([set.size, set.has(8), set.has(7)], [
    lines.length - 1,
    false,
    true,
  ]);
});

Deno.test("the command to type again is fit for a shell", () => {
  const again = (...words: string[]) => resumeCommand("kugou-iot", words);
  assertEquals(
    again("batch", "my devices.csv", "--out", "it's.ndjson"),
    `kugou-iot batch 'my devices.csv' --out 'it'\\''s.ndjson' --resume`,
  );
  assertEquals(
    again("batch", "a.csv", "--out=o", "--resume"),
    "kugou-iot batch a.csv --out=o --resume",
  );
  assertEquals(
    again("batch", "a.csv", "--retry-failed", "o"),
    "kugou-iot batch a.csv --retry-failed o",
  );
});
