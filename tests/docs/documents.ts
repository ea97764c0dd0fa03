export const ROOT = new URL("../../", import.meta.url);

/** What Deno is told to use the set of dependencies that the tests run on. */
const DENO_ARGS: string[] = JSON.parse(
  Deno.env.get("KUGOU_DENO_ARGS") ?? "[]",
);

/** A page of the documentation. */
export interface Document {
  readonly name: string;
  readonly text: string;
}

async function listDocuments(): Promise<Document[]> {
  const names = ["", "docs/"].flatMap((directory) =>
    [...Deno.readDirSync(new URL(`./${directory}`, ROOT))]
      .filter(({ name }) => name.endsWith(".md"))
      .map(({ name }) => directory + name)
  );
  return await Promise.all(names.map(async (name) => ({
    name,
    text: await Deno.readTextFile(new URL(name, ROOT)),
  })));
}

export const documents = await listDocuments();

export function readDocument(name: string): string {
  return documents.find((it) => it.name === name)!.text;
}

/** A fenced block of code in a document. */
export interface Block {
  /** Where it begins, such as `README.md:58`. */
  readonly at: string;
  /** What stands after its fence, such as `ts ignore`. */
  readonly language: string;
  readonly text: string;
}

/** All blocks of a language. */
export function listBlocks(wanted: string): Block[] {
  return documents.flatMap(({ name, text }) =>
    [...text.matchAll(/^```(.+)\n([^]*?)^```$/gm)].map((match) => ({
      at: `${name}:${text.slice(0, match.index).split("\n").length}`,
      language: match[1]!,
      text: match[2]!,
    }))
  ).filter(({ language }) => language === wanted);
}

/** Runs Deno on what it is given, and gives what it printed. */
export async function deno(
  subcommand: string,
  ...args: string[]
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [subcommand, ...DENO_ARGS, ...args],
    cwd: ROOT,
    env: { NO_COLOR: "1", KUGOU_LANG: "en" },
    stdin: "null",
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  if (!success) throw new Error(`${args.join(" ")}\n${text(stderr)}`);
  return text(stdout);
}

/** The cells of the first column of the table under a heading cell. */
export function readColumn(heading: string, text: string): string[] {
  const table = new RegExp(
    `^\\| ${heading} +\\|.*\\n\\|.*\\n((?:\\|.*\\n)+)`,
    "m",
  ).exec(text);
  return table![1]!.trim().split("\n")
    .map((row) => row.split("|")[1]!.trim().replaceAll("`", ""));
}
