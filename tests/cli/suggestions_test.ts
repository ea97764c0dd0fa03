import { assertEquals, assertMatch, assertNotMatch } from "@std/assert";
import { runHere } from "./run.ts";

Deno.test("a misspelt command suggests the right one", async () => {
  const commands = {
    "usr-info": "user-info",
    sandox: "sandbox",
    exp: "explain",
  };
  for (const [typed, right] of Object.entries(commands)) {
    const { code, stderr } = await runHere([typed]);

    assertEquals(code, 2);
    assertMatch(
      stderr,
      new RegExp(`no command ${typed}\\n\\n {2}Did you mean {2}${right}\\n`),
    );
  }
});

Deno.test("a misspelt option suggests the right one", async () => {
  const options = {
    "--tiemout": "--timeout",
    "--dryrun": "--dry-run",
    "--jsn": "--json",
  };
  for (const [typed, right] of Object.entries(options)) {
    const { code, stderr } = await runHere(["user-info", "a/b", typed]);

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

Deno.test("what is close suggests the closest, whatever its case", async () => {
  assertMatch((await runHere(["SAND"])).stderr, /Did you mean {2}sandbox\n/);
});

Deno.test("what is far from everything suggests nothing", async () => {
  for (const args of [["frobnicate"], ["user-info", "a/b", "--x"], [""]]) {
    assertNotMatch((await runHere(args)).stderr, /Did you mean/);
  }
});
