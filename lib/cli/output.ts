/**
 * The two streams that the command line writes to.
 *
 * @module
 */

import { redact } from "../client/redact.ts";
import { grantedEnv } from "./permission.ts";

/** How a text can be set off on a terminal. */
export type Style = keyof typeof STYLES;

/** Numbers of the terminal's own colors, which its user has chosen. */
const STYLES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 };

/** What the rest of the program needs of a stream. */
export interface Stream {
  /** Writes some of the bytes, and says how many. */
  writeSync(bytes: Uint8Array): number;
  /** Whether a person may be looking. */
  isTerminal(): boolean;
}

const encoder = new TextEncoder();

/** Secrets that neither stream may show. */
const secrets: string[] = [];

/** Below this, hiding it would hide half of all words, and protect nothing. */
const SHORTEST_SECRET = 4;

/**
 * Remembers a secret: from now on it is masked wherever it is written.
 *
 * @param secret The secret.
 */
export function hide(secret: string): void {
  if (secret.length >= SHORTEST_SECRET) secrets.push(secret);
}

/** One stream. All that it writes goes through the mask. */
export class Output {
  readonly #stream: Stream;
  #isTerminal: boolean | null = null;
  #hasColors: boolean | null = null;
  #isClosed = false;

  /**
   * Opens a stream.
   *
   * @param stream Where to write.
   */
  constructor(stream: Stream) {
    this.#stream = stream;
  }

  /** Whether a person may be looking. */
  get isTerminal(): boolean {
    return this.#isTerminal ??= this.#stream.isTerminal();
  }

  /** Whether nobody reads any more, as after `| head -1`. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /**
   * Sets a text off, where that can be seen.
   *
   * @param style How.
   * @param text The text.
   * @returns The text, with escape codes around it or not.
   */
  paint(style: Style | undefined, text: string): string {
    if (style === undefined || text === "") return text;
    this.#hasColors ??= hasColors(this.isTerminal);
    if (!this.#hasColors) return text;
    return `\x1b[${STYLES[style]}m${text}\x1b[0m`;
  }

  /**
   * Writes a text and a line break, with every secret masked.
   *
   * @param text The text.
   */
  line(text: string = ""): void {
    this.write(`${text}\n`);
  }

  /**
   * Writes a text, with every secret masked.
   *
   * @param text The text.
   */
  write(text: string): void {
    const bytes = encoder.encode(redact(text, secrets));
    for (let sent = 0; sent < bytes.length && !this.#isClosed;) {
      sent += this.#writeSome(bytes.subarray(sent));
    }
  }

  #writeSome(bytes: Uint8Array): number {
    try {
      return this.#stream.writeSync(bytes);
    } catch (error) {
      if (error instanceof Deno.errors.WouldBlock) return pause();
      // Whoever reads has seen enough; that is no failure.
      if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
      this.#isClosed = true;
      return 0;
    }
  }
}

/** `FORCE_COLOR` goes before `NO_COLOR`, as it does in Deno itself. */
function hasColors(isTerminal: boolean): boolean {
  const force = grantedEnv("FORCE_COLOR");
  if (force) return force !== "0" && force !== "false";
  return isTerminal && !Deno.noColor;
}

/** Waits for a pipe that somebody has set to non-blocking and that is full. */
function pause(): 0 {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
  return 0;
}
