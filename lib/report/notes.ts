import type { Words } from "../i18n/words.ts";
import { chinaTime, count, cut } from "./format.ts";
import type { Report } from "./report.ts";

/** So many inputs are named whose shards are missing. */
const MOST = 10;

/** When and how the answers came, and what is missing: a sentence each. */
export function notesOf(
  { at, lookups, missing }: Report,
  { report: words, terms }: Words,
): string[] {
  const { from, medianMs, p95Ms, retries, to } = lookups;
  const notes = [words.asOf(chinaTime(at))];
  if (from !== null && to !== null) {
    notes.push(words.sent(chinaTime(from), chinaTime(to)));
  }
  if (medianMs !== null && p95Ms !== null) {
    const [median, p95] = [medianMs, p95Ms].map(terms.duration);
    notes.push(words.speed(median!, p95!));
  }
  if (retries > 0) notes.push(words.retries(count(retries)));
  for (const { count: all, input, shards } of missing.slice(0, MOST)) {
    const others = all - shards.length;
    const list = others > 0
      ? [...shards, words.andMore(count(others))]
      : shards;
    notes.push(words.missing(list.join(", "), cut(input, 60)));
  }
  if (missing.length > MOST) {
    notes.push(words.andMore(count(missing.length - MOST)));
  }
  return notes;
}
