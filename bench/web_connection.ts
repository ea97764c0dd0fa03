/**
 * One connection that stays open, and asks one thing after another. It does as
 * little as it can, on bytes: on a machine with two CPUs, what asks must not be
 * slower than what answers, or both contestants would seem the same.
 *
 * @module
 */

const HEAD_END = [13, 10, 13, 10];
const LAST_CHUNK = [13, 10, 48, 13, 10, 13, 10];

/** More than any answer here has. */
const CAPACITY = 256 * 1024;

const DECODER = new TextDecoder("latin1");

/** A connection to a server. */
export class Connection implements Disposable {
  #tcp: Deno.TcpConn;
  #buffer = new Uint8Array(CAPACITY);
  #port: number;

  private constructor(tcp: Deno.TcpConn, port: number) {
    this.#tcp = tcp;
    this.#port = port;
  }

  /**
   * Connects.
   *
   * @param port The port on loopback.
   * @returns The connection.
   */
  static async open(port: number): Promise<Connection> {
    return new Connection(await connect(port), port);
  }

  /**
   * Sends a request and reads its answer to the end. A server may close a
   * connection that nothing was asked on for a while: it is opened anew once.
   *
   * @param request The bytes of the request.
   * @returns The HTTP status of the answer.
   * @throws {Error} If the answer is not whole.
   */
  async ask(request: Uint8Array): Promise<number> {
    const status = await this.#askOnce(request);
    if (status !== null) return status;
    this.#tcp.close();
    this.#tcp = await connect(this.#port);
    const again = await this.#askOnce(request);
    if (again !== null) return again;
    throw new Error("Cannot read an answer: there is none");
  }

  /** Gives `null` where not even a byte of an answer comes. */
  async #askOnce(request: Uint8Array): Promise<number | null> {
    for (let sent = 0; sent < request.length;) {
      sent += await this.#tcp.write(request.subarray(sent));
    }
    let length = 0;
    let head: Head | null = null;
    while (true) {
      const read = await this.#tcp.read(this.#buffer.subarray(length));
      if (!read) {
        if (length === 0) return null;
        throw new Error("Cannot read an answer: it is not whole");
      }
      length += read;
      const bytes = this.#buffer.subarray(0, length);
      // Once for each answer: it may come in pieces.
      head ??= readHead(bytes);
      if (head !== null && isWhole(bytes, head)) return head.status;
    }
  }

  /** Closes it. */
  [Symbol.dispose](): void {
    this.#tcp.close();
  }
}

async function connect(port: number): Promise<Deno.TcpConn> {
  const tcp = await Deno.connect({ hostname: "127.0.0.1", port });
  tcp.setNoDelay(true);
  return tcp;
}

/** The beginning of an answer. */
interface Head {
  /** The HTTP status. */
  readonly status: number;
  /** How many bytes the answer has, or `null` where it comes in chunks. */
  readonly total: number | null;
}

/**
 * Reads an answer, if it is all there.
 *
 * @param bytes What came so far.
 * @returns The HTTP status, or `null` if there is more to come.
 */
export function readWhole(bytes: Uint8Array): number | null {
  const head = readHead(bytes);
  return head !== null && isWhole(bytes, head) ? head.status : null;
}

function readHead(bytes: Uint8Array): Head | null {
  const headLength = findHeadEnd(bytes);
  if (headLength < 0) return null;
  const head = DECODER.decode(bytes.subarray(0, headLength));
  const [, length] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? [];
  const total = length === undefined ? null : headLength + Number(length);
  return { status: Number(head.slice(9, 12)), total };
}

/** Nothing else is asked before this is answered, so the end is the end. */
function isWhole(bytes: Uint8Array, { total }: Head): boolean {
  return total === null ? endsWith(bytes, LAST_CHUNK) : bytes.length >= total;
}

function findHeadEnd(bytes: Uint8Array): number {
  let from = 0;
  while (true) {
    const at = bytes.indexOf(13, from);
    if (at < 0) return -1;
    if (HEAD_END.every((byte, i) => bytes[at + i] === byte)) return at + 4;
    from = at + 1;
  }
}

function endsWith(bytes: Uint8Array, end: readonly number[]): boolean {
  const start = bytes.length - end.length;
  return end.every((byte, i) => bytes[start + i] === byte);
}
