import type { Language } from "../../i18n/words.ts";

/** Makes a link to a page of ours, which keeps the language and what is given. */
export function linkTo(
  path: string,
  chosen: Language | null,
  kept: Readonly<Record<string, string | null>> = {},
  anchor = "",
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ lang: chosen, ...kept })) {
    if (value) query.set(name, value);
  }
  const search = query.size === 0 ? "" : `?${query}`;
  return path + search + (anchor && `#${encodeURIComponent(anchor)}`);
}
