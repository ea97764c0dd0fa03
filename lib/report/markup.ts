import { escapeText } from "../text/escape.ts";

/** HTML that is put together, and no longer to be escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

type Value = string | number | Markup | readonly Markup[];

/** Puts HTML together; every text in it is escaped. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly Value[]
): Markup {
  const raw = parts.map((part) => part.replace(/\s*\n\s*/g, "\n"));
  return new Markup(String.raw({ raw }, ...values.map(toText)));
}

function toText(value: Value): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === "string") return escape(value);
  if (typeof value === "number") return String(value);
  return value.map(({ text }) => text).join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** What cannot be seen is shown, as on a terminal. */
function escape(text: string): string {
  return escapeText(text).replace(/[&<>"']/g, (char) => ENTITIES[char]!);
}
