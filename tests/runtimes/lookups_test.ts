import { assertEquals } from "@std/assert";
import * as esbuild from "esbuild";
import { type Sandbox, startSandbox } from "../../lib/sandbox/mod.ts";
import { run } from "../command.ts";
import { type Movers, startMovers } from "./endpoints.ts";
import {
  bun,
  DIRECT,
  makeProject,
  startWorker,
  testIn,
  tried,
  workerd,
} from "./programs.ts";

/** What lookups.mjs finds, wherever it runs. */
const FOUND = {
  user: ["1000000001", "active", 1],
  digits: "9007199254740993123",
  retried: 2,
  refused: ["KugouApiError", "not-found"],
  broken: ["KugouNetworkError", 3],
  late: [["KugouTimeoutError", "headers"], ["KugouTimeoutError", "body"]],
  aborted: "sample reason",
  many: ["fulfilled", "KugouApiError", "KugouInputError"],
  moved: [301, 302, 303, 307, 308].map((it) => ["KugouProtocolError", it]),
};

const project = await makeProject();
Deno.test.afterAll(async () => await project[Symbol.asyncDispose]());
for (const file of ["lookups.mjs", "main.mjs", "worker.mjs", "worker.capnp"]) {
  await Deno.copyFile(
    `${import.meta.dirname}/${file}`,
    `${project.dir}/${file}`,
  );
}
await esbuild.build({
  entryPoints: [`${project.dir}/worker.mjs`],
  bundle: true,
  format: "esm",
  outfile: `${project.dir}/worker.js`,
});
await esbuild.stop();

const [node, oldest, old, recent, worker] = await Promise.all([
  tried("node"),
  bun("1.1.0"),
  bun("1.2.0"),
  bun("1.4.5"),
  workerd("1.20261117.1"),
]);
const PROGRAMS = {
  "Node.js": node,
  "Bun 1.1.0, the oldest that is supported": oldest,
  "Bun 1.2.0": old,
  "Bun 1.4.5": recent,
};

for (const [name, program] of Object.entries(PROGRAMS)) {
  testIn(`the client keeps its word in ${name}`, program, async (path) => {
    await using sandbox = await startSandbox({ slowMs: 60_000 });
    await using movers = startMovers();
    const input = inputFor(sandbox, movers, "SANDBOXERR/200002@1");
    const output = await run(path, [`${project.dir}/main.mjs`, input], {
      env: DIRECT,
    });
    assertEquals(JSON.parse(output), FOUND);
    assertEquals(movers.asked(), 0);
  });
}

testIn(
  "a lookup in a worker has its limit after one that was answered",
  worker,
  async (path) => {
    await using sandbox = await startSandbox({ slowMs: 60_000 });
    await using started = await startWorker(path, project);
    const { endpoint, accessToken } = sandbox;
    const lookUp = async (deviceId: string) => {
      const response = await fetch(started.url, {
        method: "POST",
        body: JSON.stringify({ endpoint, accessToken, deviceId }),
        signal: AbortSignal.timeout(15_000),
      });
      return await response.json();
    };
    assertEquals(await lookUp("LAEG4YJE1A/dev01"), []);
    const late = ["KugouTimeoutError", 1_000];
    assertEquals(await lookUp("SANDBOXFLT/slow-headers"), late);
  },
);

testIn(
  "the client keeps its word in every request to a worker",
  worker,
  async (path) => {
    await using sandbox = await startSandbox({ slowMs: 60_000 });
    await using movers = startMovers();
    await using started = await startWorker(path, project);
    for (const busy of ["SANDBOXERR/200002@1", "SANDBOXERR/200006@1"]) {
      const body = inputFor(sandbox, movers, busy);
      const response = await fetch(started.url, {
        method: "POST",
        body,
        signal: AbortSignal.timeout(15_000),
      });
      assertEquals(await response.json(), FOUND);
    }
    assertEquals(movers.asked(), 0);
  },
);

function inputFor(sandbox: Sandbox, movers: Movers, busy: string): string {
  const { endpoint, accessToken } = sandbox;
  const elsewhere = movers.endpoints;
  return JSON.stringify({ endpoint, accessToken, busy, elsewhere });
}
