/** The shapes, as paths in a square of 20 by 20. */
const PATHS = {
  active: "M4.5 10.5l3.6 3.6 7.4-8.2",
  expired: "M5.5 5.5l9 9m0-9l-9 9",
  none: "M5 10h10",
  unknown:
    "M7.4 7.6c.2-1.6 1.3-2.4 2.7-2.4 1.5 0 2.6.9 2.6 2.3 0 2-2.6 2.1-2.6 4.1m0 2.9v.3",
  alert: "M10 4.5v7m0 3.4v.3",
} as const;

export type IconName = keyof typeof PATHS;

/** A shape beside words that say the same; not read aloud. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
