import { formatMoment, nameTimeZone } from "../lib/web/views/format.ts";
import type { EndView, MembershipView } from "../lib/web/views/types.ts";
import { Icon } from "./Icon.tsx";
import { useMounted } from "./use_mounted.ts";

interface MembershipsProps {
  memberships: readonly MembershipView[];
  language: string;
}

/** Each membership, on a card of its own. */
export function Memberships({ memberships, language }: MembershipsProps) {
  return (
    <ul class="memberships">
      {memberships.map((it) => (
        <li class={`membership ${it.tone}`} key={it.name}>
          <h3>{it.name}</h3>
          <Badge membership={it} />
          <p class="summary">
            {it.summary}
            {it.raw !== null && <code>{it.raw}</code>}
          </p>
          {it.share !== null && <Bar share={it.share} />}
          {it.end && <End end={it.end} language={language} />}
        </li>
      ))}
    </ul>
  );
}

/** The state of a membership, in a word, a color and an icon. */
export function Badge({ membership }: { membership: MembershipView }) {
  const { state, stateText, tone } = membership;
  return (
    <span class={`badge ${tone}`}>
      <Icon name={state} />
      {stateText}
    </span>
  );
}

/** What the summary says in words; a style attribute would be blocked. */
function Bar({ share }: { share: number }) {
  return (
    <svg
      class="bar"
      viewBox="0 0 100 1"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect width="100" height="1" />
      <rect class="left" width={share} height="1" />
    </svg>
  );
}

/**
 * When a membership ends: in China time, and in the visitor's own where that
 * differs. Until the browser tells, and without JavaScript, in UTC.
 */
function End({ end, language }: { end: EndView; language: string }) {
  const mounted = useMounted();
  const { china, iso } = end;
  const own = mounted
    ? {
      label: nameTimeZone(iso, language),
      value: formatMoment(iso, language),
    }
    : end.utc;
  const shown = own.value === china.value ? [china] : [china, own];
  return (
    <dl class="end">
      {shown.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <time dateTime={iso}>{value}</time>
          </dd>
        </div>
      ))}
    </dl>
  );
}
