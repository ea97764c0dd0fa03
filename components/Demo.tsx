import type { DemoView } from "../lib/web/views/demo.ts";

/** How many samples are seen without unfolding. */
const FIRST = 6;

/** The product of all devices but those that fail; it says nothing. */
const PRODUCT = "LAEG4YJE1A/";

/**
 * Says that this is the sandbox, and offers its token and devices. Their form
 * is one of its own, so that Enter in the other one presses none of them.
 */
export function Demo({ demo }: { demo: DemoView }) {
  return (
    <section class="demo" aria-label={demo.title}>
      <p>
        <strong class="badge warn">{demo.title}</strong> {demo.text}
      </p>
      <p>
        {demo.tokenLabel} <code>{demo.token}</code>
      </p>
      <h2>{demo.samplesLabel}</h2>
      <form method="post" action={demo.action}>
        <Samples samples={demo.samples.slice(0, FIRST)} />
        <details>
          <summary>{demo.moreLabel}</summary>
          <Samples samples={demo.samples.slice(FIRST)} />
        </details>
      </form>
    </section>
  );
}

function Samples({ samples }: Pick<DemoView, "samples">) {
  return (
    <ul class="samples">
      {samples.map(({ id, title }) => (
        <li key={id}>
          <button type="submit" name="deviceId" value={id} title={title}>
            {id.replace(PRODUCT, "")}
          </button>
        </li>
      ))}
    </ul>
  );
}
