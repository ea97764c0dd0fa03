/** The stylesheet of the page that is sent around; its colors are the site's. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --back: #f3f4fa; --panel: #fff; --line: #dcdfea; --text: #171a2b;
  --muted: #565d75; --vip: #4353d9; --car: #0b7a75; --svip: #a4590a;
  --active: #1d8a55; --expired: #c8453e; --none: #b9bfd2; --unknown: #d99a1c;
  --bad: #b0211b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #0e1120; --panel: #181c2f; --line: #2c3250; --text: #e9ebf7;
    --muted: #a6adc6; --vip: #a3aeff; --car: #5fd0c5; --svip: #ffb765;
    --active: #52c48c; --expired: #ff8a80; --none: #565e7e; --unknown: #ffc965;
    --bad: #ff9d95;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 64rem; padding: 1.5rem clamp(0.75rem, 3vw, 2rem);
  color: var(--text); background: var(--back);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "PingFang SC",
    "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 0 0 0.75rem; font-size: 1.1rem; }
p { margin: 0.25rem 0; color: var(--muted); }
section {
  margin-top: 1rem; padding: 1rem; overflow-x: auto;
  background: var(--panel); border: 1px solid var(--line); border-radius: 12px;
}
dl { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; margin: 1rem 0 0; }
dt { color: var(--muted); font-size: 0.875rem; }
dd { margin: 0; font-size: 1.75rem; line-height: 1.2; font-weight: 600; }
.bad { color: var(--bad); }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; }
th, td { padding: 0.375rem 0.75rem 0.375rem 0; text-align: start; vertical-align: top; }
:is(th, td):last-child { padding-inline-end: 0; }
thead th { color: var(--muted); font-weight: 500; }
tbody th { font-weight: 600; white-space: nowrap; }
tbody tr:not(.bars) > * { border-top: 1px solid var(--line); }
.n { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.t { white-space: nowrap; font-variant-numeric: tabular-nums; }
.id { overflow-wrap: anywhere; }
.chart { width: 40%; min-width: 3rem; }
.bars td { padding-top: 0; }
svg { display: block; width: 100%; height: 0.875rem; }
.key::before {
  content: ""; display: inline-block; width: 0.65em; height: 0.65em;
  margin-inline-end: 0.4em; border-radius: 2px; background: currentcolor;
}
.active, .key.active::before { fill: var(--active); color: var(--active); }
.expired, .key.expired::before { fill: var(--expired); color: var(--expired); }
.none, .key.none::before { fill: var(--none); color: var(--none); }
.unknown, .key.unknown::before { fill: var(--unknown); color: var(--unknown); }
.vip, .key.vip::before { fill: var(--vip); color: var(--vip); }
.car, .key.car::before { fill: var(--car); color: var(--car); }
.svip, .key.svip::before { fill: var(--svip); color: var(--svip); }
td > .id { display: block; }
.fail { fill: var(--expired); }
thead th.key { color: var(--muted); }
@media (max-width: 40rem) {
  table { font-size: 0.8125rem; }
  th, td { padding-inline-end: 0.375rem; }
  tbody th:not(.t) { white-space: normal; }
  .key::before { margin-inline-end: 0.2em; }
  .chart { min-width: 2rem; }
  .list thead { display: none; }
  .list tr { display: block; padding: 0.375rem 0; border-top: 1px solid var(--line); }
  .list tbody tr > td { display: inline-block; padding: 0 0.75rem 0 0; border: 0; }
}
@media (max-width: 24rem) {
  table { font-size: 0.75rem; }
  section { padding: 0.75rem; }
  .key::before { display: block; margin: 0 0 0.2em auto; }
}
@media print {
  body { max-width: none; background: none; padding: 0; }
  section { break-inside: avoid; border: 0; padding: 0; }
}
`;
