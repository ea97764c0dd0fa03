/** Where a report goes. */

import { badInput } from "../../i18n/bad_input.ts";
import type { Context } from "../context.ts";
import { type FileUse, withFile } from "../files.ts";
import { untilInterrupted } from "../interrupt.ts";
import { Output } from "../output.ts";

/** Writes to stdout or a file; what fails or is stopped leaves no file behind. */
export async function writeTo(
  path: string | null,
  { out }: Context,
  write: (output: Output) => Promise<void>,
): Promise<void> {
  let opening = Promise.resolve<OpenFile | null>(null);
  let isWhole = false;
  try {
    await untilInterrupted(async () => {
      if (path !== null) opening = openFile(path);
      const file = await opening;
      await write(file?.output ?? out);
    });
    isWhole = true;
  } finally {
    await (await opening)?.close(isWhole);
  }
}

interface OpenFile {
  readonly output: Output;
  readonly close: (isWhole: boolean) => Promise<void>;
}

async function openFile(path: string): Promise<OpenFile> {
  const use: FileUse = { field: "--out", path, access: ["write"] };
  const { file, isNew } = await withFile(use, () => create(path));
  // A pipe has no end to seek.
  const size = await file.seek(0, Deno.SeekMode.End).catch(() => null);
  if (size !== null && size > 0) {
    file.close();
    throw badInput("--out", ({ report }) => report.outFull);
  }
  const output = new Output(file, {
    name: "--out",
    path,
    isTerminal: false,
    hasColors: false,
    canRedraw: false,
    mask: (text) => text,
  });
  return {
    output,
    async close(isWhole) {
      // A pipe or a device takes nothing back.
      if (!isWhole) await file.truncate().catch(() => {});
      file.close();
      if (!isWhole && isNew) await Deno.remove(path);
    },
  };
}

async function create(path: string) {
  try {
    const file = await Deno.open(path, { write: true, createNew: true });
    return { file, isNew: true };
  } catch (error) {
    if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
    return { file: await Deno.open(path, { write: true }), isNew: false };
  }
}
