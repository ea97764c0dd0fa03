/** Where the answers of a batch go. */

import {
  type Destination,
  temporaryOf,
  toNewFile,
  toResumedFile,
  toRetriedFile,
  toStdout,
} from "../../batch/output.ts";
import type { Header } from "../../batch/output_scan.ts";
import { type FileUse, withFile } from "../files.ts";
import type { OutputOptions } from "./options.ts";

/** A file that is made anew would take the place of a link to it. */
export async function withoutLink(
  output: OutputOptions,
): Promise<OutputOptions> {
  if (output.mode !== "retry") return output;
  const { path } = output;
  const use: FileUse = { field: "--retry-failed", path, access: ["read"] };
  return await withFile(use, async () => {
    const { isSymlink } = await Deno.lstat(path);
    return isSymlink ? { ...output, path: await Deno.realPath(path) } : output;
  });
}

export function fileUseOf(output: OutputOptions): FileUse {
  switch (output.mode) {
    case "stdout":
      return { field: "stdout", path: "stdout", access: ["write"] };
    case "new":
      return { field: "--out", path: output.path, access: ["write"] };
    case "resume":
      return { field: "--out", path: output.path, access: ["read", "write"] };
    case "retry":
      return {
        field: "--retry-failed",
        path: output.path,
        beside: temporaryOf(output.path),
        access: ["read", "write"],
      };
  }
}

export function openDestination(
  output: OutputOptions,
  header: Header,
): Destination | Promise<Destination> {
  switch (output.mode) {
    case "stdout":
      return toStdout();
    case "new":
      return toNewFile(output.path, header);
    case "resume":
      return toResumedFile(output.path, header);
    case "retry":
      return toRetriedFile(output.path, header);
  }
}
