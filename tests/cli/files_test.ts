import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { cleanEnv } from "./env.ts";
import { ENV, NET, run, runHere, runInShell, SECRET } from "./run.ts";
import { startBench } from "./sandbox.ts";

const DEVICE = "LAEG4YJE1A/dev01";
const CLI = new URL("../../cli.ts", import.meta.url).href;
const WINDOWS = Deno.build.os === "windows";

Deno.test(
  "a file that cannot be read is no bug: it is named, with the reason and what would be right",
  { ignore: WINDOWS },
  async () => {
    const dir = await Deno.makeTempDir();
    try {
      await Deno.symlink(`${dir}/loop`, `${dir}/loop`);
      await Deno.writeTextFile(`${dir}/file`, "");
      const cases = [
        [dir, "it is a directory"],
        [`${dir}/loop`, "its symbolic links lead in a circle"],
        [`${dir}/${"x".repeat(300)}`, "its name is too long"],
        [`${dir}/missing`, "the file does not exist"],
        [`${dir}/file/inside`, "its folder does not exist"],
      ] as const;
      for (const [path, reason] of cases) {
        const args = ["user-info", DEVICE, "--token-file", path];
        const { code, stderr } = await runHere(args);
        const json = await runHere([...args, "--json"]);

        assertEquals(code, 2, stderr);
        assertStringIncludes(stderr, `✗ Cannot use --token-file: ${reason}\n`);
        assertStringIncludes(stderr, `File      ${path}\n`);
        assertMatch(stderr, /Expected {2}\S/);
        assertEquals(JSON.parse(json.stdout).error.path, path);
      }
    } finally {
      await Deno.remove(dir, { recursive: true });
    }
  },
);

Deno.test(
  "a full disk behind stdout is said in words, wherever there is room left",
  { ignore: Deno.build.os !== "linux" },
  async () => {
    await using bench = await startBench();
    const args = ["user-info", DEVICE, "--json"];
    const runs = await Promise.all(
      [">/dev/full", ">/dev/full 2>&1"].map((redirection) =>
        runInShell(args, redirection, { env: bench.env })
      ),
    );

    assertEquals(runs.map(({ code }) => code), [2, 2]);
    assertMatch(
      runs[0]!.stderr,
      /^✗ Cannot use stdout: no space is left on the device\n\n/,
    );
  },
);

Deno.test("a directory is no token, also where it stands for stdin", {
  ignore: WINDOWS,
}, async () => {
  const args = ["user-info", DEVICE, "--token-stdin"];
  const { code, stderr } = await runInShell(args, "< .");

  assertEquals(code, 2);
  assertMatch(stderr, /^✗ Cannot use --token-stdin: it is a directory\n/);
});

Deno.test(
  "an input or output of a batch that cannot be used is no bug, either",
  { ignore: Deno.build.os !== "linux" },
  async () => {
    const dir = await Deno.makeTempDir();
    try {
      await Deno.writeTextFile(
        `${dir}/in.ndjson`,
        `{"deviceId":"${DEVICE}"}\n`,
      );
      await Deno.symlink(`${dir}/loop`, `${dir}/loop`);
      const long = `${dir}/${"x".repeat(300)}`;
      const cases = [
        [[dir], "", "FILE", "it is a directory"],
        [[], `< "${dir}"`, "FILE", "it is a directory"],
        [[long], "", "FILE", "its name is too long"],
        [[`${dir}/loop`], "", "FILE", "its symbolic links lead in a circle"],
        [[`${dir}/no`], "", "FILE", "the file does not exist"],
        [[`${dir}/in.ndjson`, "--out", dir], "", "--out", "it is a directory"],
        [
          [`${dir}/in.ndjson`, "--out", `${dir}/no/out`],
          "",
          "--out",
          "its folder does not exist",
        ],
        [
          [`${dir}/in.ndjson`],
          ">/dev/full",
          "stdout",
          "no space is left on the device",
        ],
      ] as const;
      for (const [args, redirection, subject, reason] of cases) {
        const { code, stderr } = await runInShell(
          ["batch", "--sandbox", ...args],
          redirection,
          { permissions: [NET, "--allow-read", "--allow-write"] },
        );

        assertStringIncludes(stderr, `✗ Cannot use ${subject}: ${reason}\n`);
        assertEquals(code, 2, stderr);
      }
    } finally {
      await Deno.remove(dir, { recursive: true });
    }
  },
);

Deno.test("a network that does not reach the packages is said in words", async () => {
  const cache = await Deno.makeTempDir();
  try {
    const { code, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "--no-lock", "--no-prompt", CLI, "--help"],
      env: cleanEnv({ DENO_DIR: cache, JSR_URL: "http://127.0.0.1:9/" }),
      clearEnv: true,
    }).output();

    assertEquals(code, 7);
    const text = new TextDecoder().decode(stderr);
    assertMatch(
      text,
      /^✗ Cannot load the packages of kugou-iot: .+\n\n {2}Next /m,
    );
  } finally {
    await Deno.remove(cache, { recursive: true });
  }
});

Deno.test("a flag that is named is one that helps", {
  ignore: Deno.build.os !== "linux",
}, async () => {
  const shared = await Deno.makeTempFile({ dir: "/dev/shm" });
  const dir = await Deno.makeTempDir();
  try {
    const env = { KUGOU_ACCESS_TOKEN: SECRET };
    const ask = async (path: string, ...permissions: string[]) =>
      (await run(["user-info", DEVICE, "--json", "--token-file", path], {
        env,
        permissions: [ENV, ...permissions],
      })).stdout;
    const flag = async (path: string, ...permissions: string[]) =>
      JSON.parse(await ask(path, ...permissions)).error.flag;

    // Deno lets no other flag open what is there.
    assertEquals(await flag(shared, `--allow-read=${shared}`), "--allow-all");
    assertEquals(await flag("/dev/stdin", "--allow-read"), "--allow-all");
    // For Deno the comma ends a path.
    assertEquals(await flag(`${dir}/a,b`), `--allow-read=${dir}/`);
    assertEquals(await flag("a,b"), "--allow-read=.");
    assertEquals(await flag("my token"), "'--allow-read=my token'");
    const { error } = JSON.parse(
      await ask(`${dir}/a,b`, `--allow-read=${dir}/`),
    );
    assertEquals(error.reason.en, "the file does not exist");
  } finally {
    await Deno.remove(shared);
    await Deno.remove(dir, { recursive: true });
  }
});
