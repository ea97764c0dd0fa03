import type { Demo } from "../services.ts";
import type { State } from "../state.ts";
import { linkTo } from "./links.ts";

/** The banner of a demo. */
export interface DemoView {
  readonly title: string;
  readonly text: string;
  readonly tokenLabel: string;
  readonly token: string;
  readonly samplesLabel: string;
  readonly moreLabel: string;
  /** Where a sample is sent. */
  readonly action: string;
  readonly samples: readonly { readonly id: string; readonly title: string }[];
}

/** One of each kind; the others fold. */
const FIRST_SAMPLES = [
  "LAEG4YJE1A/dev01",
  "LAEG4YJE1A/vip-soon",
  "LAEG4YJE1A/all-expired",
  "LAEG4YJE1A/nobody",
  "SANDBOXERR/InvalidParameterValue.InvalidAccessToken",
  "SANDBOXFLT/503",
];

/** Makes the view of a demo. */
export function viewDemo(
  { accessToken, devices }: Demo,
  { words, chosen }: State,
): DemoView {
  const { title, text, token, samples, moreSamples } = words.demo;
  const titles = new Map(
    devices.map(({ id, title }) => [id, title[words.language]]),
  );
  const ids = new Set([...FIRST_SAMPLES, ...titles.keys()]);
  return {
    title,
    text,
    tokenLabel: token,
    token: accessToken,
    samplesLabel: samples,
    moreLabel: moreSamples,
    action: linkTo("/", chosen),
    samples: [...ids].map((id) => ({ id, title: titles.get(id) ?? id })),
  };
}
