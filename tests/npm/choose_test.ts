import { assert, assertEquals, assertFalse, assertThrows } from "@std/assert";
import { canLoad, insertArgs, listArgs, readForced } from "../../npm/choose.ts";

Deno.test("readForced() takes a set by its name", () => {
  assertEquals(readForced("jsr"), "jsr");
  assertEquals(readForced("npm"), "npm");
});

Deno.test("readForced() leaves the choice free without a name", () => {
  assertEquals(readForced(undefined), undefined);
  assertEquals(readForced(""), undefined);
});

Deno.test("readForced() refuses any other name", () => {
  for (const name of ["JSR", "yarn", " npm"]) {
    assertThrows(
      () => readForced(name),
      RangeError,
      `Cannot choose dependencies: KUGOU_DEPS must be "jsr" or "npm": current value is "${name}"`,
    );
  }
});

Deno.test("canLoad() says whether Deno finds a module", async () => {
  assert(await canLoad(import.meta.resolve("../../npm/choose.ts")));
  assertFalse(await canLoad(import.meta.resolve("./missing.ts")));
});

Deno.test("canLoad() waits no longer than it is told", async () => {
  const here = import.meta.resolve("../../npm/choose.ts");
  assertFalse(await canLoad(here, 0));
});

Deno.test("listArgs() names files on the npm set, and needs no install on either", () => {
  assertEquals(listArgs("jsr"), ["--node-modules-dir=none"]);
  assertEquals(listArgs("npm", "/there"), [
    "--import-map=/there/import_map.json",
    "--node-modules-dir=none",
    "--lock=/there/deno.lock",
    "--frozen",
  ]);
});

Deno.test("insertArgs() puts them after a subcommand that takes them", () => {
  assertEquals(insertArgs(["test", "--doc", "a"], ["--x"]), [
    "test",
    "--x",
    "--doc",
    "a",
  ]);
  assertEquals(insertArgs(["fmt", "a"], ["--x"]), ["fmt", "a"]);
  assertEquals(insertArgs(["task", "ok"], ["--x"]), ["task", "ok"]);
  assertEquals(insertArgs([], ["--x"]), []);
});
