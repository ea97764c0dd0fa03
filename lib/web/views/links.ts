import type { Language } from "../../i18n/words.ts";

/** Makes a link to a page of ours, which keeps the language and the device. */
export function linkTo(
  path: string,
  chosen: Language | null,
  deviceId: string | null = null,
  anchor = "",
): string {
  const query = new URLSearchParams();
  if (chosen !== null) query.set("lang", chosen);
  if (deviceId) query.set("deviceId", deviceId);
  const search = query.size === 0 ? "" : `?${query}`;
  return path + search + (anchor && `#${encodeURIComponent(anchor)}`);
}
