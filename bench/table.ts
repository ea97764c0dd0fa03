import type { Line } from "./compare.ts";

const HEAD = [
  "measured",
  "against",
  "ours / theirs",
  "ratio",
  "range",
  "limit",
  "holds",
];

export function renderTable(lines: readonly Line[]): string {
  const rows = [HEAD, HEAD.map(() => "---"), ...lines.map(cells)];
  return rows.map((row) => `| ${row.join(" | ")} |\n`).join("");
}

function cells({ what, against, figures, ...line }: Line): string[] {
  const [sign, limit] = line.limit;
  return [
    what,
    against,
    figures,
    line.ratio.toFixed(3),
    line.range.map((ratio) => ratio.toFixed(2)).join(" to "),
    `${sign} ${limit.toFixed(2)}`,
    line.holds ? "yes" : "**no**",
  ];
}
