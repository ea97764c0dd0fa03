import { assertEquals } from "@std/assert";
import { parseArgs } from "@std/cli/parse-args";

const OPTIONS = {
  boolean: ["json", "help"],
  string: ["name", "tag", "_"],
  collect: ["json", "tag"],
  alias: { help: "h" },
};

/** What is read of words, and which of them are unknown. */
function read(...words: string[]) {
  const unknown: string[] = [];
  const args: Record<string, unknown> = parseArgs(words, {
    ...OPTIONS,
    unknown(arg, key) {
      if (key !== undefined) unknown.push(arg);
      return key === undefined;
    },
  });
  const { _, name, tag, json, help } = args;
  return { _, name, tag, json, help, unknown };
}

const NOTHING = {
  _: [],
  name: undefined,
  tag: [],
  json: [],
  help: false,
  unknown: [],
};

Deno.test("parseArgs() reads options, their values and other words", () => {
  const cases: [string[], Partial<ReturnType<typeof read>>][] = [
    [["a", "--name", "b", "007"], { _: ["a", "007"], name: "b" }],
    [["--name=b=c", "--json"], { name: "b=c", json: [true] }],
    [["--json=no", "--json=false"], { json: [true, false] }],
    [["--no-json=no"], { json: [true] }],
    [["--json", "--json", "a"], { json: [true, true], _: ["a"] }],
    [["--name", "a", "--name", "b"], { name: "b" }],
    [["--tag=a", "--tag", "b"], { tag: ["a", "b"] }],
    [["-h", "a"], { help: true, _: ["a"] }],
    [["--name", "a", "--", "--name"], { name: "a", _: ["--name"] }],
  ];
  for (const [words, expected] of cases) {
    assertEquals(read(...words), { ...NOTHING, ...expected });
  }
});

Deno.test("parseArgs() takes no option and no dash for a value", () => {
  const cases: [string[], Partial<ReturnType<typeof read>>][] = [
    [["--name"], { name: "" }],
    [["--name", "-"], { name: "", _: ["-"] }],
    [["--name", ""], { name: "", _: [""] }],
    [["--name", "--json"], { name: "", json: [true] }],
    [["--name", "-1"], { name: "", unknown: ["-1"] }],
  ];
  for (const [words, expected] of cases) {
    assertEquals(read(...words), { ...NOTHING, ...expected });
  }
});

Deno.test("parseArgs() hands over what it does not know, as it was typed", () => {
  for (
    const word of ["--other", "--other=1", "--no-json", "--no-other", "-x"]
  ) {
    assertEquals(read(word), { ...NOTHING, unknown: [word] });
  }
});
