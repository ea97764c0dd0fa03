/** What units are called, and what is longer than all that is told. */
export type DurationWords = Readonly<
  Record<"ms" | "s" | "min" | "h" | "longer", string>
>;

/** Tells a duration in the one or two units that people would use. */
export function tellDuration(ms: number, words: DurationWords): string {
  // Also what is no number at all.
  if (!(ms < 100 * 86_400_000)) return words.longer;
  if (ms < 1_000) return `${Math.ceil(ms)} ${words.ms}`;
  const tenths = Math.ceil(ms / 100) / 10;
  if (tenths < 10) return `${tenths} ${words.s}`;
  const seconds = Math.round(tenths);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const units = [
    [hours, words.h],
    [minutes % 60, words.min],
    [hours > 0 ? 0 : seconds % 60, words.s],
  ] as const;
  return units.filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`).join(" ");
}
