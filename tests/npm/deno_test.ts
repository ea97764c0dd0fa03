import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { listArgs } from "../../npm/choose.ts";

const DENO_TS = `${import.meta.dirname}/../../npm/deno.ts`;
const CHILD = `${import.meta.dirname}/testdata/child.ts`;
const PERMISSIONS = ["--allow-run", "--allow-env=KUGOU_DEPS"];

function command(deps: string | undefined, ...args: string[]) {
  const { KUGOU_DEPS: _, ...env } = Deno.env.toObject();
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", ...PERMISSIONS, DENO_TS, ...args],
    env: deps === undefined ? env : { ...env, KUGOU_DEPS: deps },
    clearEnv: true,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  });
}

async function run(deps: string | undefined, ...args: string[]) {
  const output = await command(deps, ...args).output();
  const [stdout, stderr] = [output.stdout, output.stderr].map((it) =>
    new TextDecoder().decode(it)
  );
  return { code: output.code, stdout: stdout!, stderr: stderr! };
}

const CHILD_ENV = "--allow-env=KUGOU_DEPS,KUGOU_DENO_ARGS";

Deno.test("npm/deno.ts tells its child of the set that it was given", async () => {
  for (const deps of ["jsr", "npm"] as const) {
    const { code, stdout, stderr } = await run(
      deps,
      "run",
      CHILD_ENV,
      CHILD,
      "3",
      "a b",
    );
    assertEquals(stderr, "");
    assertEquals(JSON.parse(stdout), {
      deps,
      extra: listArgs(deps),
      args: ["3", "a b"],
    });
    assertEquals(code, 3);
  }
});

Deno.test("npm/deno.ts chooses a set by itself, in a line at most", async () => {
  const { stdout, stderr } = await run(undefined, "run", CHILD_ENV, CHILD);
  assertMatch(
    stderr,
    /^(JSR does not answer: the npm set of dependencies is used .*\n)?$/,
  );
  assertEquals(JSON.parse(stdout).deps, stderr === "" ? "jsr" : "npm");
});

Deno.test("npm/deno.ts loads the stand-ins on the npm set", async () => {
  const code = `import { AssertionError } from "@std/assert";
    import { validate } from "@std/uuid/common";
    console.log(new AssertionError("x").name, validate("x"));`;
  const { stdout, stderr } = await run("npm", "eval", code);
  assertEquals(stderr, "");
  assertEquals(stdout, "AssertionError false\n");
});

Deno.test("npm/deno.ts --install changes nothing on the npm set", async () => {
  const args = ["run", CHILD_ENV, CHILD, "3"];
  const [plain, install] = [
    await run("npm", ...args),
    await run("npm", "--install", ...args),
  ];
  assertEquals(install, plain);
});

Deno.test("npm/deno.ts refuses a set that there is not", async () => {
  const { code, stdout, stderr } = await run("yarn", "run", CHILD);
  assertEquals(code, 2);
  assertEquals(stdout, "");
  assertMatch(stderr, /^Cannot choose dependencies: .*"yarn"\n$/);
});

Deno.test({
  name: "npm/deno.ts hands signals on and ends as its child does",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      const child = command("npm", "run", CHILD_ENV, CHILD, "wait").spawn();
      const [line, ...rest] = await Array.fromAsync(
        child.stdout.pipeThrough(new TextDecoderStream()),
        (text, i) => {
          // The first words say that the child listens.
          if (i === 0) child.kill(signal);
          return text;
        },
      );
      assertStringIncludes(line!, "wait");
      assertEquals(rest.join(""), `${signal}\n`);
      assertEquals((await child.status).code, 99);
      await child.stderr.cancel();
    }
  },
});
