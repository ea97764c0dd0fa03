import { assertEquals, assertMatch } from "@std/assert";
import { suggest } from "../../lib/cli/suggest.ts";
import { runHere } from "./run.ts";

Deno.test("a misspelt command suggests the right one", async () => {
  for (
    const [typed, right] of [["usr-info", "user-info"], ["sandox", "sandbox"], [
      "exp",
      "explain",
    ]]
  ) {
    const { code, stderr } = await runHere([typed!]);

    assertEquals(code, 2);
    assertMatch(
      stderr,
      new RegExp(`no command ${typed}\\n\\n {2}Did you mean {2}${right}\\n`),
    );
  }
});

Deno.test("a misspelt option suggests the right one", async () => {
  for (
    const [typed, right] of [["--tiemout", "--timeout"], [
      "--dryrun",
      "--dry-run",
    ], ["--jsn", "--json"]]
  ) {
    const { code, stderr } = await runHere(["user-info", "a/b", typed!]);

    assertEquals(code, 2);
    assertMatch(
      stderr,
      new RegExp(`no option ${typed}\\n\\n {2}Did you mean {2}${right}\\n`),
    );
  }
});

Deno.test("a misspelt shell and a misspelt code suggest the right ones", async () => {
  const shell = await runHere(["completions", "fsh"]);
  const code = await runHere(["explain", "resourcenotfound.devicenotexists"]);

  assertMatch(shell.stderr, /Did you mean {2}fish\n/);
  assertMatch(
    code.stdout,
    /Did you mean {2}ResourceNotFound\.DeviceNotExist\n/,
  );
});

Deno.test("what is far from everything suggests nothing", () => {
  assertEquals(suggest("frobnicate", ["user-info", "explain"]), null);
  assertEquals(suggest("", ["a"]), null);
  assertEquals(suggest("x", ["json"]), null);
});

Deno.test("what is close suggests the closest, whatever its case", () => {
  assertEquals(suggest("JSON", ["raw", "json"]), "json");
  assertEquals(suggest("sand", ["explain", "sandbox"]), "sandbox");
  assertEquals(suggest("fsh", ["bash", "zsh", "fish"]), "fish");
});
