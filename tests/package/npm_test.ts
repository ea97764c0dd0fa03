// deno-lint-ignore-file no-console -- says why tests are left out
import { startSandbox } from "@kugou-iot/client/sandbox";
import { assert, assertEquals, assertFalse } from "@std/assert";
import * as esbuild from "esbuild";
import { DEVICE } from "../client/fixtures.ts";
import { DENO_ARGS, ROOT, run } from "../command.ts";

const PUBLINT = "npm:publint@0.3.25";
const ATTW = "npm:@arethetypeswrong/cli@0.18.5";
const TYPESCRIPT_5 = "npm:typescript@5.9.3";
const TYPESCRIPT_6 = "npm:typescript@6.0.3";

/** Runs a tool from npm, by Deno and without a project's settings. */
function runTool(tool: string, args: string[]): Promise<string> {
  const denoArgs = ["run", "--no-config", "--quiet", "-A", tool, ...args];
  return run(Deno.execPath(), denoArgs);
}

/** Whether npm's command is there, and its registry or what Deno has of it. */
async function canRun(tools: string[]): Promise<boolean> {
  try {
    await run("npm", ["--version"]);
    const args = ["cache", "--no-config", "--quiet", ...tools];
    await run(Deno.execPath(), args, { limitMs: 60_000 });
    return true;
  } catch {
    return false;
  }
}

const isReady = await canRun([PUBLINT, ATTW, TYPESCRIPT_5, TYPESCRIPT_6]);
if (!isReady) console.error("npm does not answer: its package is not tested");

/** A project of somebody else that has installed the package. */
let project: string;
let tarball: string;

Deno.test.beforeAll(async () => {
  if (!isReady) return;
  project = await Deno.makeTempDir({ prefix: "kugou-iot-" });
  const built = `${project}/built`;
  const build = new URL("tasks/npm.ts", ROOT).pathname;
  await run(Deno.execPath(), ["run", ...DENO_ARGS, "-A", build, built]);
  const packed = await run("npm", ["pack", "--json", built], { cwd: project });
  tarball = `${project}/${JSON.parse(packed)[0].filename}`;
  await write("package.json", JSON.stringify({ type: "module" }));
  await run(
    "npm",
    ["install", "--offline", "--no-audit", "--no-fund", tarball],
    { cwd: project },
  );
});

Deno.test.afterAll(async () => {
  if (project) await Deno.remove(project, { recursive: true });
});

async function write(name: string, text: string): Promise<string> {
  const path = `${project}/${name}`;
  await Deno.writeTextFile(path, text);
  return path;
}

function test(name: string, fn: () => Promise<void>): void {
  Deno.test({ name, ignore: !isReady, fn });
}

test("the package for npm depends on nothing", async () => {
  const installed = await Array.fromAsync(
    Deno.readDir(`${project}/node_modules`),
    ({ name }) => name,
  );
  assertEquals(installed.filter((name) => !name.startsWith(".")), [
    "kugou-iot",
  ]);
  const read = (path: string) =>
    Deno.readTextFile(`${project}/node_modules/kugou-iot/${path}`);
  const { version, dependencies } = JSON.parse(await read("package.json"));
  const config = JSON.parse(
    await Deno.readTextFile(new URL("deno.json", ROOT)),
  );
  assertEquals([version, dependencies], [config.version, undefined]);
  assertFalse((await read("README.md")).includes('from "@kugou-iot/client'));
});

test("plain JavaScript in Node.js looks users up, alone and many", async () => {
  await using sandbox = await startSandbox();
  const file = await write(
    "lookups.js",
    `
    import { KugouApiError, KugouClient } from "kugou-iot";
    const { ENDPOINT: endpoint, TOKEN: accessToken } = process.env;
    const client = new KugouClient({ accessToken, endpoint });
    const { user } = await client.userInfo({ deviceId: "${DEVICE}" });
    console.log(user.id, user.memberships.vip.state);
    const error = await client.userInfo({ deviceId: "LAEG4YJE1A/nobody" })
      .catch((error) => error);
    console.log(error instanceof KugouApiError, error.class);
    const requests = ["dev01", "nobody"]
      .map((name) => ({ deviceId: \`LAEG4YJE1A/\${name}\` }));
    for await (const { status } of client.userInfoMany(requests)) {
      console.log(status);
    }
  `,
  );
  const output = await run("node", [file], {
    env: { ENDPOINT: sandbox.endpoint, TOKEN: sandbox.accessToken },
  });
  assertEquals(output.split("\n"), [
    "1000000001 active",
    "true not-found",
    "fulfilled",
    "rejected",
  ]);
});

test("the sandbox runs in Node.js, and its errors are the client's", async () => {
  const file = await write(
    "sandbox.js",
    `
    import { KugouClient, KugouInputError } from "kugou-iot";
    import { startSandbox } from "kugou-iot/sandbox";
    const sandbox = await startSandbox();
    const { user } = await new KugouClient(sandbox).userInfo({ deviceId: "${DEVICE}" });
    console.log(user.memberships.vip.state);
    await sandbox.close();
    const error = await startSandbox({ port: -1 }).catch((error) => error);
    console.log(error instanceof KugouInputError);
  `,
  );
  assertEquals(await run("node", [file]), "active\ntrue");
});

const TYPED = `
  import { type KugouApiError, KugouClient, KugouError, type KugouUser } from "kugou-iot";
  import { type Sandbox, startSandbox } from "kugou-iot/sandbox";

  export async function lookUp(sandbox: Sandbox): Promise<KugouUser | string> {
    const { accessToken, endpoint } = sandbox;
    const client = new KugouClient({ accessToken, endpoint, retry: false });
    for await (const settled of client.userInfoMany([{ deviceId: "a/b" }])) {
      if (settled.status === "rejected") return String(settled.reason);
      const end: Date | null = settled.value.user.memberships.vip.end;
      return end === null ? "none" : settled.value.user;
    }
    // @ts-expect-error: the types are there, and refuse what is wrong
    await client.userInfo({ deviceId: 1 });
    return "nothing";
  }

  export const isLimit = (error: unknown): boolean =>
    error instanceof KugouError && error.kind === "api" &&
    (error as KugouApiError).class === "limit";
  export const sandbox: Promise<Sandbox> = startSandbox();
`;

/** Checks the types of a strict project, and of the package's own files. */
async function checkTypes(
  typescript: string,
  module: string,
  moduleResolution: string,
): Promise<void> {
  await write("typed.ts", TYPED);
  const compilerOptions = {
    module,
    moduleResolution,
    target: "es2022",
    lib: ["es2022", "esnext.disposable", "dom"],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    noEmit: true,
  };
  const config = await write(
    `tsconfig.${moduleResolution}.json`,
    JSON.stringify({ compilerOptions, files: ["typed.ts"] }),
  );
  await runTool(`${typescript}/tsc`, ["-p", config]);
}

test("strict TypeScript 5 finds its types as Node.js resolves them", async () => {
  await checkTypes(TYPESCRIPT_5, "nodenext", "nodenext");
});

test("strict TypeScript 6 finds its types as bundlers resolve them", async () => {
  await checkTypes(TYPESCRIPT_6, "esnext", "bundler");
});

test("publint finds nothing to say of it", async () => {
  await runTool(PUBLINT, [tarball, "--strict"]);
});

test("are-the-types-wrong finds nothing to say of it", async () => {
  await runTool(ATTW, [tarball, "--profile", "esm-only"]);
});

Deno.test({
  name: "a browser's bundle with lookups stays below 13 kB, without Node.js",
  ignore: !isReady,
  // The last of the file: esbuild's process ends some time after it was told to.
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const entry = await write(
      "browser.js",
      `
    import { KugouClient } from "kugou-iot";
    globalThis.lookUp = (options, request) => new KugouClient(options).userInfo(request);
  `,
    );
    const { outputFiles } = await esbuild.build({
      entryPoints: [entry],
      bundle: true,
      minify: true,
      format: "esm",
      platform: "browser",
      write: false,
    });
    await esbuild.stop();
    const [{ contents, text }] = outputFiles as [esbuild.OutputFile];
    const gzipped = new Blob([contents as BlobPart]).stream()
      .pipeThrough(new CompressionStream("gzip"));
    const { size } = await new Response(gzipped).blob();
    assert(size < 13_000, `${size} bytes`);
    assertFalse(text.includes("node:"));
  },
});
