/**
 * Links that keep the language that a visitor chose.
 *
 * @module
 */

import type { Language } from "../i18n/web.ts";

/**
 * Makes a link to a page of ours.
 *
 * @param path The path, such as `/errors`.
 * @param chosen The language that the visitor chose, or `null`.
 * @param deviceId The device id to fill in, or `null`.
 * @param anchor The place on the page, or nothing.
 * @returns The link.
 */
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
