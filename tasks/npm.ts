/**
 * Builds the package for npm, of plain JavaScript and types, into `npm-dist/`,
 * or into the empty directory that it is given.
 */

import * as esbuild from "esbuild";
import ts from "typescript";
import config from "../deno.json" with { type: "json" };

const ROOT = `${import.meta.dirname}/..`;
const DIST = `${ROOT}/npm-dist`;
const [OUT = DIST] = Deno.args;
const REPOSITORY = "https://github.com/kugou-iot/kugou-iot";

const PACKAGE = {
  name: "kugou-iot",
  version: config.version,
  description:
    "Who is the Kugou user behind an IoT Explorer device, and is the membership still valid? A typed client, and a sandbox to try it on.",
  keywords: ["kugou", "tencent-cloud", "iot-explorer", "membership", "酷狗"],
  license: config.license,
  homepage: `${REPOSITORY}#readme`,
  bugs: `${REPOSITORY}/issues`,
  repository: { type: "git", url: `git+${REPOSITORY}.git` },
  type: "module",
  sideEffects: false,
  engines: { node: ">=20" },
  exports: {
    ".": { types: "./types/mod.d.ts", default: "./mod.js" },
    "./sandbox": {
      types: "./types/lib/sandbox/mod.d.ts",
      default: "./sandbox.js",
    },
    "./package.json": "./package.json",
  },
  files: ["*.js", "types"],
  publishConfig: { access: "public", provenance: true },
};

/** The package goes by one name on JSR and by another on npm. */
function rename(text: string): string {
  return text.replaceAll('from "@kugou-iot/client', `from "${PACKAGE.name}`);
}

/** Every export has its type written down, so each file tells its own. */
async function writeTypes(path: string): Promise<void> {
  const source = await Deno.readTextFile(`${ROOT}/${path}`);
  const { outputText } = ts.transpileDeclaration(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  const types = rename(outputText)
    .replaceAll(/((?:from |import\()"\.[^"]*)\.ts"/g, '$1.js"');
  const target = `${OUT}/types/${path.replace(/\.ts$/, ".d.ts")}`;
  await Deno.mkdir(target.slice(0, target.lastIndexOf("/")), {
    recursive: true,
  });
  await Deno.writeTextFile(target, types);
}

if (OUT === DIST) await Deno.remove(OUT, { recursive: true }).catch(() => {});
await esbuild.build({
  entryPoints: {
    mod: `${ROOT}/mod.ts`,
    sandbox: `${ROOT}/lib/sandbox/mod.ts`,
  },
  outdir: OUT,
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  external: ["node:*"],
  alias: {
    "@std/uuid/common": `${ROOT}/npm/std_uuid_common.ts`,
    "@std/uuid/v7": `${ROOT}/npm/std_uuid_v7.ts`,
  },
  logLevel: "warning",
});
await esbuild.stop();

await writeTypes("mod.ts");
for (const directory of ["lib/client", "lib/sandbox"]) {
  for await (const { name } of Deno.readDir(`${ROOT}/${directory}`)) {
    await writeTypes(`${directory}/${name}`);
  }
}

await Deno.writeTextFile(
  `${OUT}/package.json`,
  JSON.stringify(PACKAGE, null, 2) + "\n",
);
await Deno.copyFile(`${ROOT}/LICENSE`, `${OUT}/LICENSE`);
const readme = await Deno.readTextFile(`${ROOT}/README.md`);
await Deno.writeTextFile(`${OUT}/README.md`, rename(readme));
