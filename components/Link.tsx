import type { AnchorHTMLAttributes } from "preact";

interface LinkProps extends AnchorHTMLAttributes {
  /** Whether it leads to where the visitor is. */
  current?: "page" | "true" | "false";
}

/** A link that says whether it is current: else Fresh judges by the path alone. */
export function Link({ current = "false", ...rest }: LinkProps) {
  return <a {...rest} aria-current={current} />;
}
