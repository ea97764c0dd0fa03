import { assertEquals } from "@std/assert";
import { Sink } from "../../lib/batch/sink.ts";

Deno.test("a full pipe that does not wait by itself is waited for", async () => {
  let room = 0;
  const written: number[] = [];
  const to = {
    write(bytes: Uint8Array): Promise<number> {
      if (room === 0) {
        room = 5;
        return Promise.reject(new Deno.errors.WouldBlock("full"));
      }
      const taken = bytes.slice(0, room);
      room = 0;
      written.push(...taken);
      return Promise.resolve(taken.length);
    },
  };
  const sink = new Sink(to);
  await sink.add('{"line":1,"ok":true}');
  await sink.add('{"line":2,"ok":true}');
  await sink.flush();
  const text = new TextDecoder().decode(new Uint8Array(written));
  assertEquals(text, '{"line":1,"ok":true}\n{"line":2,"ok":true}\n');
});

Deno.test("what a write threw is thrown once more, and nothing is written after it", async () => {
  let writes = 0;
  const to = {
    write(): Promise<number> {
      writes++;
      return Promise.reject(new Deno.errors.BrokenPipe("gone"));
    },
  };
  const sink = new Sink(to);
  await sink.add("one");
  for (let i = 0; i < 2; i++) {
    const error = await sink.flush().catch((error) => error);
    assertEquals(error instanceof Deno.errors.BrokenPipe, true);
  }
  assertEquals(writes, 1);
});
