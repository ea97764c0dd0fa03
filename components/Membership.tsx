import type { MembershipView } from "../lib/web/view_types.ts";
import { End } from "./End.tsx";
import { Icon } from "./Icon.tsx";

interface MembershipProps {
  membership: MembershipView;
  tag: string;
}

/** One membership: its state in a word, a color and an icon. */
export function Membership({ membership, tag }: MembershipProps) {
  const { name, state, stateText, tone, summary, share, end, raw } = membership;
  return (
    <li class={`membership ${tone}`}>
      <h3>{name}</h3>
      <p class={`badge ${tone}`}>
        <Icon name={state} />
        {stateText}
      </p>
      <p class="summary">
        {summary}
        {raw !== null && <code>{raw}</code>}
      </p>
      {/* Said in words above; a style attribute would be blocked. */}
      <svg
        class="bar"
        viewBox="0 0 100 1"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect width="100" height="1" />
        {share !== null && <rect class="left" width={share} height="1" />}
      </svg>
      {end && <End end={end} tag={tag} />}
    </li>
  );
}
