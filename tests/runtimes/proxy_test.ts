import { assertEquals } from "@std/assert";
import { startSandbox } from "../../lib/sandbox/mod.ts";
import { run } from "../command.ts";
import { startProxy } from "./endpoints.ts";
import { bun, makeProject, proxyEnv, testIn, tried } from "./programs.ts";

const SCRIPT = `
  import { KugouClient } from "@kugou-iot/client";
  const [endpoint, accessToken] = process.argv.slice(2);
  try {
    const client = new KugouClient({ accessToken, endpoint, retry: false });
    const { user } = await client.userInfo({ deviceId: "LAEG4YJE1A/dev01" });
    console.log(user.id);
  } catch ({ name, field, example }) {
    console.log(name, field, example);
  }
`;

const ANSWERED = "1000000001";
const REFUSED = "KugouInputError endpoint NO_PROXY=127.0.0.1";

const project = await makeProject();
Deno.test.afterAll(async () => await project[Symbol.asyncDispose]());
const [node, oldest, recent] = await Promise.all([
  tried("node"),
  bun("1.1.0"),
  bun("1.4.5"),
]);

for (
  const [name, program, withProxy] of [
    ["Node.js", node, ANSWERED],
    ["Bun 1.1.0", oldest, REFUSED],
    ["Bun 1.4.5", recent, REFUSED],
  ] as const
) {
  testIn(
    `no proxy gets to see a token for this machine in ${name}`,
    program,
    async (path) => {
      await using sandbox = await startSandbox();
      await using proxy = startProxy();
      const file = `${project.dir}/script.mjs`;
      await Deno.writeTextFile(file, SCRIPT);
      const args = [file, sandbox.endpoint, sandbox.accessToken];
      const lookUp = (exceptions: string) =>
        run(path, args, { env: proxyEnv(proxy.url, exceptions) });
      assertEquals(await lookUp(""), withProxy);
      assertEquals(await lookUp("10.0.0.1, 127.0.0.1"), ANSWERED);
      assertEquals(await lookUp("*"), ANSWERED);
      assertEquals(proxy.asked(), 0);
    },
  );
}
