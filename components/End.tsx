import { formatMoment } from "../lib/web/format.ts";
import type { EndView } from "../lib/web/view_types.ts";
import { useMounted } from "./use_mounted.ts";

interface EndProps {
  end: EndView;
  tag: string;
}

/**
 * When a membership ends: in China time, and in the visitor's own once the
 * browser has told which that is. Until then, and without JavaScript, in UTC.
 */
export function End({ end, tag }: EndProps) {
  const mounted = useMounted();
  const zone = mounted
    ? Intl.DateTimeFormat().resolvedOptions().timeZone
    : "UTC";
  return (
    <dl class="end">
      <div>
        <dt>{end.chinaLabel}</dt>
        <dd>
          <time dateTime={end.iso}>{end.china}</time>
        </dd>
      </div>
      <div>
        <dt title={zone}>{zone.split("/").at(-1)?.replaceAll("_", " ")}</dt>
        <dd>
          <time dateTime={end.iso}>
            {mounted ? formatMoment(end.iso, tag) : end.utc}
          </time>
        </dd>
      </div>
    </dl>
  );
}
