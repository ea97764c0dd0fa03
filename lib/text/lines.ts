/** Splits text into lines that end in LF or CRLF; holds nothing of too long ones. */
export class LineSplitter {
  readonly #max: number;
  readonly #end: "\n" | "\r";
  #rest = "";
  #isTooLong = false;

  /** Lines may end in CR alone, too, as old Macs and some exports have it. */
  constructor(max: number = Infinity, end: "\n" | "\r" = "\n") {
    this.#max = max;
    this.#end = end;
  }

  /** The lines that end in a text; `null` for one that is too long. */
  push(text: string): (string | null)[] {
    const [first = "", ...others] = text.split(this.#end);
    if (!this.#isTooLong) this.#rest += first;
    const lines: (string | null)[] = [];
    for (const next of others) {
      lines.push(this.#take());
      this.#rest = next;
    }
    if (this.#rest.length > this.#max + 1) {
      this.#isTooLong = true;
      this.#rest = "";
    }
    return lines;
  }

  /** The last line, which ends in nothing. */
  end(text: string = ""): string | null {
    this.push(text);
    return this.#take();
  }

  #take(): string | null {
    const line = this.#rest.replace(/\r$/, "");
    const isTooLong = this.#isTooLong || line.length > this.#max;
    this.#isTooLong = false;
    this.#rest = "";
    return isTooLong ? null : line;
  }
}
