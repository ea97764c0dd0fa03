import { assertEquals } from "@std/assert";
import { run } from "./run.ts";

const README = await Deno.readTextFile(
  new URL("../../README.md", import.meta.url),
);

Deno.test("installed as the README says, its examples need no other flag", async () => {
  const [, install = ""] = /deno install --global(.+?)jsr:/s.exec(README) ?? [];
  const permissions = install.match(/--allow-\S+/g) ?? [];
  const dir = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(
      `${dir}/devices.csv`,
      "deviceId\nLAEG4YJE1A/dev01\n",
    );
    const examples = [
      ["user-info", "LAEG4YJE1A/dev01", "--sandbox"],
      [
        "batch",
        "devices.csv",
        "--out",
        "answers.ndjson",
        "--resume",
        "--sandbox",
      ],
    ];
    for (const args of examples) {
      const { code, stderr } = await run(args, { permissions, cwd: dir });

      assertEquals(code, 0, stderr);
    }
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});
