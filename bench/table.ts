/**
 * Writes what was measured as Markdown.
 *
 * @module
 */

import type { Line, Outcome } from "./row.ts";
import type { Spread } from "./stats.ts";

const HEAD = [
  "row",
  "measured",
  "against",
  "each, by median",
  "ratio",
  "min to max",
  "limit",
  "holds",
];

/**
 * The table, and below it how each row is measured and repeated.
 *
 * @param outcomes What became of the rows.
 * @returns Markdown.
 */
export function renderOutcomes(outcomes: readonly Outcome[]): string {
  const lines = outcomes.flatMap((outcome) => renderRow(outcome));
  const table = [HEAD, HEAD.map(() => "---"), ...lines].map(joinCells);
  return `${table.join("\n")}\n\n## How\n\n${
    outcomes.map(renderHow).join("\n\n")
  }\n`;
}

function renderRow({ row, lines, failure }: Outcome): string[][] {
  if (failure !== null) {
    return [[row.name, failure, "", "", "", "", "", "**no**"]];
  }
  return lines.map((line) => [row.name, ...renderLine(line)]);
}

function renderLine(
  { what, against, figures, ratio, verdict }: Line,
): string[] {
  return [
    what,
    against,
    figures,
    ratio.median.toFixed(3),
    renderRange(ratio),
    verdict?.limit ?? "",
    verdict === null ? "" : verdict.holds ? "yes" : "**no**",
  ];
}

function renderRange({ min, max }: Spread): string {
  return `${min.toFixed(3)} to ${max.toFixed(3)}`;
}

function joinCells(cells: readonly string[]): string {
  const escaped = cells.map((cell) =>
    cell.replaceAll("|", "\\|").replaceAll(/\s+/g, " ")
  );
  return `| ${escaped.join(" | ")} |`;
}

function renderHow({ row }: Outcome): string {
  const commands = row.commands?.() ?? [];
  const timed = commands.length === 0
    ? ""
    : `\n\n\`\`\`sh\n${commands.join("\n")}\n\`\`\``;
  return `**${row.name}**: \`deno task bench ${row.name}\`. ${row.how}${timed}`;
}
