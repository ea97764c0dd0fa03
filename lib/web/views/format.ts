/** Texts in a visitor's language, on the server and in the browser. */

/** Writes a moment, in the browser's own time zone if none is given. */
export function formatMoment(
  iso: string,
  tag: string,
  timeZone?: string,
  timeStyle: "short" | "medium" = "short",
): string {
  return new Intl.DateTimeFormat(tag, {
    dateStyle: "medium",
    timeStyle,
    ...(timeZone ? { timeZone } : {}),
  }).format(new Date(iso));
}

/** Names the browser's own time zone, as it is called at a moment. */
export function nameTimeZone(iso: string, tag: string): string {
  const parts = new Intl.DateTimeFormat(tag, { timeZoneName: "long" })
    .formatToParts(new Date(iso));
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}

/** Writes a whole number. */
export function formatNumber(number: number, tag: string): string {
  return new Intl.NumberFormat(tag, { maximumFractionDigits: 0 })
    .format(number);
}

export function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Cuts a text that is longer than anybody reads. */
export function cut(text: string, length = 500): string {
  // What is cut in the middle of a character is not that character.
  return text.length > length
    ? `${text.slice(0, length).toWellFormed()}…`
    : text;
}
