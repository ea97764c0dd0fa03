import type { JsonValue } from "../../../mod.ts";
import { cut } from "./format.ts";

const MAX_DEPTH = 12;
const MAX_VALUES = 2_000;
const MAX_LENGTH = 64 * 1024;

/** Writes JSON for people, as far as a page can show it. */
export function excerpt(
  value: JsonValue,
  space: number,
  length = MAX_LENGTH,
): { json: string; isWhole: boolean } {
  let values = 0;
  let isWhole = true;
  const shorten = (value: JsonValue, depth: number): JsonValue => {
    if (typeof value !== "object" || value === null) return value;
    if (depth === MAX_DEPTH) {
      isWhole = false;
      return "…";
    }
    const kept = Object.entries(value).slice(0, MAX_VALUES - values);
    values += kept.length;
    if (kept.length < Object.keys(value).length) {
      isWhole = false;
      kept.push(["…", "…"]);
    }
    const members = kept.map(([name, member]): [string, JsonValue] => [
      name,
      shorten(member, depth + 1),
    ]);
    return Array.isArray(value)
      ? members.map(([, member]) => member)
      : Object.fromEntries(members);
  };
  const json = JSON.stringify(shorten(value, 0), null, space);
  return {
    json: cut(json, length),
    isWhole: isWhole && json.length <= length,
  };
}
