/** The output: begun, or gone on with where an earlier run stopped. */

import { AnsweredLines } from "./answered.ts";
import {
  type Header,
  linesOf,
  outputError,
  readEntry,
  scan,
  VERSION,
} from "./output_scan.ts";
import { PIPE_BYTES } from "../text/pieces.ts";
import { Sink } from "./sink.ts";

/** Where the answers go. */
export interface Destination extends AsyncDisposable {
  readonly sink: Sink;
  /** What stood there when the batch began. */
  readonly answered: AnsweredLines;
  /** Writes what is left, and makes sure that it is there. */
  readonly complete: () => Promise<void>;
}

export function toStdout(): Destination {
  return destination(new Sink(Deno.stdout, PIPE_BYTES), new AnsweredLines());
}

/** Writes to a file that must be new or empty. */
export async function toNewFile(
  path: string,
  header: Header,
): Promise<Destination> {
  const file = await openLocked(path, { append: true, create: true });
  return await closeOnError(file, async () => {
    // A pipe has no end to seek.
    const size = await file.seek(0, Deno.SeekMode.End).catch(() => null);
    if (size !== null && size > 0) throw outputError(({ full }) => full(size));
    return await begin(file, path, header, size !== null);
  });
}

/** Goes on with a file, whose torn last line is cut off; or begins it. */
export async function toResumedFile(
  path: string,
  header: Header,
): Promise<Destination> {
  const file = await openLocked(path, {
    read: true,
    append: true,
    create: true,
  });
  return await closeOnError(file, async () => {
    const { answered, bytes, found } = await scan(file, header);
    await file.truncate(bytes);
    if (found === null) return await begin(file, path, header, true);
    return fileDestination(file, path, answered);
  });
}

/**
 * Drops the lines that failed, then goes on as {@linkcode toResumedFile} does. The
 * file keeps its mode; it must not be a link, which would be replaced.
 */
export async function toRetriedFile(
  path: string,
  header: Header,
): Promise<Destination> {
  const old = await openLocked(path, { read: true, write: true });
  return await closeOnError(old, async () => {
    const { answered, bytes, found } = await scan(old, header);
    if (found === null) throw outputError(({ empty }) => empty);
    if (answered.failed === 0) {
      old.close();
      return await toResumedFile(path, header);
    }
    const temporary = temporaryOf(path);
    const file = await openLocked(temporary, {
      write: true,
      create: true,
      truncate: true,
      // Nobody else may read it before it has the mode of the other.
      mode: 0o600,
    });
    return await closeOnError(file, async () => {
      const kept = new Sink(file);
      const written = new AnsweredLines();
      await old.seek(0, Deno.SeekMode.Start);
      for await (const { number, text } of linesOf(old, bytes)) {
        const entry = number === 1 ? null : readEntry(text);
        if (entry !== null) {
          if (!entry.ok || written.get(entry.line) !== null) continue;
          written.set(entry.line, entry);
        }
        await kept.add(text);
      }
      await kept.flush();
      await file.syncData();
      const { mode } = await Deno.stat(path);
      if (mode !== null) await Deno.chmod(temporary, mode & 0o7777);
      await Deno.rename(temporary, path);
      old.close();
      return fileDestination(file, path, written);
    });
  });
}

/** The file beside an output that takes its place. */
export function temporaryOf(path: string): string {
  return `${path}.retry`;
}

async function begin(
  file: Deno.FsFile,
  path: string,
  header: Header,
  isRegular: boolean,
): Promise<Destination> {
  const first = JSON.stringify({ batch: { version: VERSION, ...header } });
  await file.write(new TextEncoder().encode(`${first}\n`));
  const answered = new AnsweredLines();
  return isRegular
    ? fileDestination(file, path, answered)
    : destination(new Sink(file), answered, () => file.close());
}

function fileDestination(
  file: Deno.FsFile,
  path: string,
  answered: AnsweredLines,
): Destination {
  const open = destination(new Sink(file), answered, () => file.close());
  return {
    ...open,
    async complete() {
      await open.complete();
      if (await sizeAt(path) !== await file.seek(0, Deno.SeekMode.End)) {
        throw outputError(({ gone }) => gone);
      }
    },
  };
}

function destination(
  sink: Sink,
  answered: AnsweredLines,
  close: () => void = () => {},
): Destination {
  return {
    sink,
    answered,
    complete: () => sink.flush(),
    [Symbol.asyncDispose]: () => Promise.resolve(close()),
  };
}

/** A file that was deleted or replaced meanwhile takes all answers with it. */
async function sizeAt(path: string): Promise<number | null> {
  try {
    using file = await Deno.open(path, { write: true });
    return await file.seek(0, Deno.SeekMode.End);
  } catch {
    return null;
  }
}

async function closeOnError<T>(
  file: Deno.FsFile,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    try {
      file.close();
    } catch { /* it was closed already */ }
    throw error;
  }
}

/** Two processes that write to one output would do the same lines twice. */
async function openLocked(
  path: string,
  options: Deno.OpenOptions,
): Promise<Deno.FsFile> {
  if (options.read) await refusePipe(path);
  const file = await Deno.open(path, options);
  // Some file systems know no locks: nothing is known then, and nothing lost.
  if (await file.tryLock(true).catch(() => true)) return file;
  file.close();
  throw outputError(({ locked }) => locked);
}

/** A pipe could be opened only once somebody reads it, and tells nothing. */
async function refusePipe(path: string): Promise<void> {
  const info = await Deno.stat(path).catch(() => null);
  if (info?.isFile === false && !info.isDirectory) {
    throw outputError(({ notAFile }) => notAFile);
  }
}
