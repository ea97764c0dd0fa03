import { assertEquals } from "@std/assert";
import { LineSplitter, readText } from "../../../lib/cli/batch/lines.ts";
import { itemsOf } from "./items.ts";

const ENCODER = new TextEncoder();

/** The lines of a text that comes in pieces of a size. */
function linesOf(text: string, pieceBytes: number, maxBytes = 10) {
  const splitter = new LineSplitter(maxBytes);
  const bytes = ENCODER.encode(text);
  const lines: [number, string | null][] = [];
  const add = (
    found: Iterable<{ number: number; bytes: Uint8Array | null }>,
  ) => {
    for (const { number, bytes } of found) {
      lines.push([number, bytes && new TextDecoder().decode(bytes)]);
    }
  };
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    add(splitter.push(bytes.slice(at, at + pieceBytes)));
  }
  add(splitter.end());
  return lines;
}

Deno.test("lines end in LF or CRLF, and the last one in nothing", () => {
  for (const pieceBytes of [1, 2, 3, 5, 100]) {
    assertEquals(linesOf("one\ntwo\r\n\nfour", pieceBytes), [
      [1, "one"],
      [2, "two"],
      [3, ""],
      [4, "four"],
    ]);
  }
});

Deno.test("an input without a byte has no line", () => {
  assertEquals(linesOf("", 1), []);
});

Deno.test("a line that is too long is passed over, wherever it is cut", () => {
  const text = "0123456789\r\n0123456789a\n0123456789\nabcdefghijkl";
  for (const pieceBytes of [1, 2, 3, 7, 11, 12, 13, 100]) {
    assertEquals(linesOf(text, pieceBytes), [
      [1, "0123456789"],
      [2, null],
      [3, "0123456789"],
      [4, null],
    ]);
  }
});

Deno.test("a line that is no text says why", () => {
  const problemOf = (bytes: Uint8Array | null) => {
    const line = readText({ number: 1, bytes });
    return "problem" in line ? line.problem.reason.en : line.text;
  };
  assertEquals(problemOf(null), "it is longer than 1048576 bytes");
  assertEquals(problemOf(new Uint8Array([0xc3, 0x28])), "it is not UTF-8");
  assertEquals(problemOf(new Uint8Array([0x61, 0])), "it has a NUL byte");
  assertEquals(problemOf(ENCODER.encode("\ufeffa设备")), "a设备");
});

Deno.test("a wrong line of NDJSON is an error of its own", async () => {
  const input = [
    `\ufeff{"deviceId":"P/1"}\r`,
    "",
    "  \t ",
    "not JSON",
    "[]",
    "7",
    `{"deviceId":"P/\u0000"}`,
    `{"deviceId":"P/2","accessToken":null,"params":{"a":[1]},"requestId":null}`,
    `{"deviceId":"P/3","tok":"x"}`,
    `{"deviceId":"P/3","8b4a70dd16105f18edd4e78a3bb8ec":"x"}`,
    `{}`,
  ].join("\n");
  for (const pieceBytes of [1, 7, 1000]) {
    assertEquals(await itemsOf(input, "ndjson", pieceBytes), [
      [1, { deviceId: "P/1" }],
      [4, "it is not JSON"],
      [5, "it is not a JSON object"],
      [6, "it is not a JSON object"],
      [7, "it has a NUL byte"],
      [8, { deviceId: "P/2", params: { a: [1] } }],
      [9, `it has an unknown field "tok"`],
      [10, "it has an unknown field"],
      [11, {}],
    ]);
  }
});

Deno.test("a line of ten megabytes is an error, and its neighbors are read", async () => {
  const long = new Uint8Array(10 * 1024 * 1024).fill(120);
  const lines = [
    ENCODER.encode(`{"deviceId":"P/1"}\n`),
    long,
    ENCODER.encode(`\n{"deviceId":"P/3"}`),
  ];
  const input = new Uint8Array(await new Blob(lines).arrayBuffer());
  assertEquals(await itemsOf(input, "ndjson", 65_536), [
    [1, { deviceId: "P/1" }],
    [2, "it is longer than 1048576 bytes"],
    [3, { deviceId: "P/3" }],
  ]);
});

Deno.test("lines that nobody wants are not looked at", async () => {
  const input = `wrong\n{"deviceId":"P/2"}\nwrong\n{"deviceId":"P/4"}\n`;
  assertEquals(await itemsOf(input, "ndjson", 9, (line) => line % 2 === 0), [
    [2, { deviceId: "P/2" }],
    [4, { deviceId: "P/4" }],
  ]);
});
