/** An answer as a program reads it. */
export interface Line {
  readonly line: number;
  readonly ok: boolean;
  readonly deviceId: string | null;
  readonly error?: { readonly kind: string; readonly field?: string };
}

/** Reads answers, without the header of a file. */
export function linesOf(text: string): Line[] {
  return text.trimEnd().split("\n").map((line) => JSON.parse(line))
    .filter((value) => !("batch" in value));
}

/** Reads the answers of a file. */
export async function linesOfFile(path: string): Promise<Line[]> {
  return linesOf(await Deno.readTextFile(path));
}

/** The numbers of the lines, in their order. */
export function numbersOf(lines: readonly Line[]): number[] {
  return lines.map(({ line }) => line).sort((a, b) => a - b);
}

/** All numbers from 1 on. */
export function numbersTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** Makes an input of NDJSON. */
export function devices(count: number): string {
  return numbersTo(count)
    .map((number) => `{"deviceId":"LAEG4YJE1A/dev${number}"}\n`).join("");
}
