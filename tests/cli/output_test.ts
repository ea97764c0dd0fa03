import { assertEquals } from "@std/assert";
import { createContext } from "../../lib/cli/context.ts";
import { Output, type Stream } from "../../lib/cli/output.ts";
import { Recorder } from "./run.ts";

/** A stream that keeps what it is given. */
function record(take: (bytes: Uint8Array) => number = (it) => it.length) {
  const kept: number[] = [];
  const stream: Stream = {
    isTerminal: () => false,
    writeSync(bytes) {
      const count = take(bytes);
      kept.push(...bytes.subarray(0, count));
      return count;
    },
  };
  const text = () => new TextDecoder().decode(new Uint8Array(kept));
  const out = new Output(stream, {
    name: "stdout",
    isTerminal: false,
    hasColors: false,
    canRedraw: false,
    mask: (text) => text,
  });
  return { out, text };
}

Deno.test("what a stream takes in parts arrives whole", () => {
  const { out, text } = record((bytes) => Math.min(4, bytes.length));
  out.line("示例 sample");

  assertEquals(text(), "示例 sample\n");
});

Deno.test("a full pipe is waited for", () => {
  let tries = 0;
  const { out, text } = record((bytes) => {
    if (tries++ < 3) throw new Deno.errors.WouldBlock("full");
    return bytes.length;
  });
  out.line("late");

  assertEquals([text(), tries], ["late\n", 4]);
});

Deno.test("a reader that went away is no failure, and is not written to again", () => {
  let tries = 0;
  const { out } = record(() => {
    tries++;
    throw new Deno.errors.BrokenPipe("gone");
  });
  out.line("one");
  out.line("two");

  assertEquals([tries, out.isClosed], [1, true]);
});

Deno.test("a secret is masked in every form that text gives it", () => {
  const secret = 'qu"ote/and\\more';
  const stdout = new Recorder();
  const { out, hide } = createContext([], {
    stdout,
    stderr: new Recorder(),
    env: { mayRead: () => false, get: () => undefined },
  });
  hide(secret);
  out.line(`plain ${secret}`);
  out.line(JSON.stringify({ secret }));
  out.line(encodeURIComponent(secret));

  assertEquals(stdout.text, 'plain ***\n{"secret":"***"}\n***\n');
});
