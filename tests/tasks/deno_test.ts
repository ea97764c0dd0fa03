import {
  assertEquals,
  assertMatch,
  assertNotEquals,
  assertStringIncludes,
} from "@std/assert";
import { depsArgs } from "../../tasks/deps.ts";

const DENO_TS = `${import.meta.dirname}/../../tasks/deno.ts`;
const CLI = `${import.meta.dirname}/../../cli.ts`;
const CHILD = `${import.meta.dirname}/child.ts`;

function command(deps: string | undefined, ...args: string[]) {
  const { KUGOU_DEPS: _, ...env } = Deno.env.toObject();
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", DENO_TS, ...args],
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

Deno.test("tasks/deno.ts tells its child of the set that it was given", async () => {
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
      extra: depsArgs(deps),
      args: ["3", "a b"],
    });
    assertEquals(code, 3);
  }
});

Deno.test("tasks/deno.ts chooses a set by itself, in a line at most", async () => {
  const { stdout, stderr } = await run(undefined, "run", CHILD_ENV, CHILD);
  assertMatch(
    stderr,
    /^(JSR does not answer: using the npm dependencies .*\n)?$/,
  );
  assertEquals(JSON.parse(stdout).deps, stderr === "" ? "jsr" : "npm");
});

Deno.test("tasks/deno.ts loads the stand-ins on the npm set", async () => {
  const code = `import { assertEquals } from "@std/assert";
    import { validate } from "@std/uuid/common";
    console.log(assertEquals.name, validate("x"));`;
  const { stdout, stderr } = await run("npm", "eval", code);
  assertEquals(stderr, "");
  assertEquals(stdout, "assertEquals false\n");
});

Deno.test("tasks/deno.ts refuses a set that there is not", async () => {
  const { code, stdout, stderr } = await run("yarn", "run", CHILD);
  assertEquals(code, 2);
  assertEquals(stdout, "");
  assertMatch(stderr, /^KUGOU_DEPS must be "jsr" or "npm", and not "yarn"\n$/);
});

Deno.test("tasks/deno.ts hands signals on and ends as its child does", {
  ignore: Deno.build.os === "windows",
}, async () => {
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
});

Deno.test("a first run asks the registry for nothing that it does not import", async () => {
  const asked: string[] = [];
  await using registry = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    ({ url }) => {
      asked.push(new URL(url).pathname);
      return new Response("", { status: 404 });
    },
  );
  const cache = await Deno.makeTempDir();
  try {
    await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", DENO_TS, "run", CLI, "--version"],
      env: {
        DENO_DIR: cache,
        KUGOU_DEPS: "npm",
        NPM_CONFIG_REGISTRY: `http://127.0.0.1:${registry.addr.port}/`,
      },
      stdin: "null",
    }).output();
    // Those that read and write CSV are all that the command line imports.
    assertNotEquals(asked, []);
    assertEquals(asked.filter((path) => !path.startsWith("/csv-")), []);
  } finally {
    await Deno.remove(cache, { recursive: true });
  }
});
