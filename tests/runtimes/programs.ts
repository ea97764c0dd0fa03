/** Programs of other runtimes, and the package as they install it. */

import { tmpdir } from "node:os";
import { DENO_ARGS, ROOT, run } from "../command.ts";

/** The environment that names a proxy, in every spelling. */
export function proxyEnv(
  proxy: string,
  exceptions: string,
): Record<string, string> {
  return {
    HTTP_PROXY: proxy,
    "http_proxy": proxy,
    NO_PROXY: exceptions,
    "no_proxy": exceptions,
  };
}

/** The environment of a program that meets no proxy. */
export const DIRECT = proxyEnv("", "127.0.0.1");

/** A program to run, or why there is none. */
export type Program = { readonly path: string } | { readonly missing: string };

/** A program in an npm package, installed once into the system's temp folder. */
export async function npmProgram(
  name: string,
  version: string,
  file: string,
): Promise<Program> {
  const cache = `${tmpdir()}/kugou-iot-runtimes`;
  const dir = `${cache}/${name.replaceAll("/", "+")}@${version}`;
  const path = `${dir}/node_modules/${name}/bin/${file}`;
  const cached = await tried(path);
  if ("path" in cached) return cached;
  await Deno.mkdir(cache, { recursive: true });
  const fresh = await Deno.makeTempDir({ dir: cache });
  try {
    const args = ["install", "--prefix", fresh, "--no-audit", "--no-fund"];
    args.push("--ignore-scripts", "--fetch-retries=0", `${name}@${version}`);
    await run("npm", args, { limitMs: 60_000 });
    await Deno.rename(fresh, dir);
  } catch {
    // Without npm or its registry; or another test was quicker.
    await Deno.remove(fresh, { recursive: true });
  }
  const installed = await tried(path);
  return "path" in installed
    ? installed
    : { missing: `npm does not give ${name}@${version}` };
}

/** The program at a path, or of that name, if it can be run. */
export async function tried(path: string): Promise<Program> {
  try {
    await run(path, ["--version"]);
    return { path };
  } catch {
    return { missing: `cannot run ${path}` };
  }
}

const { os, arch } = Deno.build;
const EXE = os === "windows" ? ".exe" : "";

/** Bun of a version, as its build for old processors, which runs on all. */
export function bun(version: string): Promise<Program> {
  const cpu = arch === "x86_64" ? "x64-baseline" : arch;
  return npmProgram(`@oven/bun-${os}-${cpu}`, version, `bun${EXE}`);
}

/** The runtime of Cloudflare's Workers. */
export function workerd(version: string): Promise<Program> {
  const cpu = arch === "x86_64" ? "64" : "arm64";
  return npmProgram(
    `@cloudflare/workerd-${os}-${cpu}`,
    version,
    `workerd${EXE}`,
  );
}

/** A test that is left out without its program, with the reason in its name. */
export function testIn(
  name: string,
  program: Program,
  fn: (path: string) => Promise<void>,
): void {
  if ("path" in program) Deno.test(name, () => fn(program.path));
  else Deno.test.ignore(`${name} (${program.missing})`, () => {});
}

/** A folder with the package for npm installed, by its name on JSR. */
export interface Project extends AsyncDisposable {
  readonly dir: string;
}

/** Makes a project, which is removed when it is disposed of. */
export async function makeProject(): Promise<Project> {
  const dir = await Deno.makeTempDir();
  const installed = `${dir}/node_modules/@kugou-iot/client`;
  await Deno.mkdir(installed, { recursive: true });
  const build = new URL("tasks/npm.ts", ROOT).pathname;
  await run(Deno.execPath(), ["run", ...DENO_ARGS, "-A", build, installed]);
  return {
    dir,
    [Symbol.asyncDispose]: () => Deno.remove(dir, { recursive: true }),
  };
}

/** A worker that answers with what its lookups found. */
export interface Worker extends AsyncDisposable {
  readonly url: string;
}

/** Starts the worker of a project in one isolate. */
export async function startWorker(
  workerd: string,
  { dir }: Project,
): Promise<Worker> {
  const child = new Deno.Command(workerd, {
    args: ["serve", "--control-fd=1", `${dir}/worker.capnp`],
    env: DIRECT,
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const said = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  // Its first line says where it listens.
  const { value = "{}" } = await said.read();
  return {
    url: `http://127.0.0.1:${JSON.parse(value).port}/`,
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await said.cancel();
      await child.status;
    },
  };
}
