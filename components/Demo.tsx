import type { FormWords } from "../lib/i18n/web.ts";
import type { DemoView } from "../lib/web/view_types.ts";
import { CopyButton } from "./CopyButton.tsx";

/** How many samples are seen without unfolding. */
const FIRST = 6;

/** The product of all devices but those that fail; it says nothing. */
const PRODUCT = "LAEG4YJE1A/";

interface DemoProps {
  demo: DemoView;
  words: FormWords;
  /** The id of the form that a sample is sent with. */
  form: string;
}

/** Says that this is the sandbox, and offers its token and devices. */
export function Demo({ demo, words, form }: DemoProps) {
  return (
    <section class="demo" aria-label={demo.title}>
      <p>
        <strong class="badge warn">{demo.title}</strong> {demo.text}
      </p>
      <p>
        {demo.tokenLabel} <code>{demo.token}</code>
        <CopyButton text={demo.token} of={demo.tokenLabel} words={words} />
      </p>
      <h2>{demo.samplesLabel}</h2>
      <Samples samples={demo.samples.slice(0, FIRST)} form={form} />
      <details>
        <summary>{demo.moreLabel}</summary>
        <Samples samples={demo.samples.slice(FIRST)} form={form} />
      </details>
    </section>
  );
}

function Samples(
  { samples, form }: { samples: DemoView["samples"]; form: string },
) {
  return (
    <ul class="samples">
      {samples.map(({ id, title }) => (
        <li key={id}>
          {/* The other fields need not be filled in for a sample. */}
          <button
            type="submit"
            form={form}
            name="sample"
            value={id}
            formnovalidate
            title={title}
          >
            {id.replace(PRODUCT, "")}
          </button>
        </li>
      ))}
    </ul>
  );
}
