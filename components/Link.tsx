import type { AnchorHTMLAttributes } from "preact";

interface LinkProps extends AnchorHTMLAttributes {
  /** Whether it leads to where the visitor is. */
  current?: "page" | "true" | "false";
}

/**
 * A link within the page. It always says whether it is current: where a link
 * does not, Fresh judges by the path alone, and marks both languages.
 */
export function Link({ current = "false", ...rest }: LinkProps) {
  return <a {...rest} aria-current={current} />;
}
