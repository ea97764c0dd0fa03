/** A report as one file to send around: nothing in it is loaded from elsewhere. */

import type { KugouMembershipState } from "../../mod.ts";
import type { Language } from "../i18n/language.ts";
import { type Words, words as wordsOf } from "../i18n/words.ts";
import { NAMES } from "./answers.ts";
import { chinaTime, columnsText, count, cut, placesText } from "./format.ts";
import { html, Markup } from "./markup.ts";
import type { ByMembership, Report } from "./report.ts";
import { STYLE } from "./style.ts";

const STATES: readonly KugouMembershipState[] = [
  "active",
  "expired",
  "none",
  "unknown",
];

/** What is more than this is only counted: the file is to stay small. */
const MOST = { failures: 20, ends: 50 };

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export function toHtml(report: Report, language: Language): string {
  const words = wordsOf(language);
  const { heading, title } = words.report;
  const { days } = report.soonest;
  const { text } = html`
    <!doctype html>
    <html lang="${language === "zh" ? "zh-CN" : "en"}">
      <head>
        <meta charset="utf-8">
        <meta http-equiv="content-security-policy" content="${POLICY}">
        <meta name="viewport" content="width=device-width">
        <title>${title}</title>
        <style>${new Markup(STYLE)}</style>
      </head>
      <body>
        <main>
    <h1>${title}</h1>
    ${headOf(report, words)}
    ${section(heading.memberships, stateTable(report, words))}
    ${section(heading.ending, endingTable(report, words))}
    ${section(heading.months, monthTable(report, words))}
    ${section(heading.failures, failureTable(report, words, language))}
    ${section(heading.soonest(days), soonestTable(report, words))}
        </main>
      </body>
    </html>
  `;
  return text;
}

function section(title: string, content: Markup): Markup {
  return html`<section><h2>${title}</h2>${content}</section>`;
}

function headOf(
  { at, devices, lookups, missing }: Report,
  { report: words, terms }: Words,
): Markup {
  const { failed, found, total } = devices;
  const { from, medianMs, p95Ms, retries, to } = lookups;
  const notes = [
    words.asOf(chinaTime(at)),
    from === null || to === null
      ? ""
      : words.sent(chinaTime(from), chinaTime(to)),
    medianMs === null || p95Ms === null
      ? ""
      : words.speed(terms.duration(medianMs), terms.duration(p95Ms)),
    retries === 0 ? "" : words.retries(count(retries)),
    ...missing.map(({ count: all, input, shards }) =>
      words.missing(
        all > shards.length
          ? `${shards.join(", ")}, ${words.andMore(count(all - shards.length))}`
          : shards.join(", "),
        input,
      )
    ),
  ];
  const { tile } = words;
  return html`
        ${notes.filter((note) => note !== "").map((note) =>
          html`<p>${note}</p>`
        )}
    <dl>
      <div>
        <dt>${tile.total}</dt>
        <dd>${count(total)}</dd>
      </div>
      <div>
        <dt>${tile.found}</dt>
        <dd>${count(found)}</dd>
      </div>
      <div>
        <dt>${tile.failed}</dt>
        <dd${new Markup(failed > 0 ? ' class="bad"' : "")}>${count(
          failed,
        )}</dd></div>
    </dl>
  `;
}

function stateTable(
  { devices, memberships }: Report,
  { report: { heading }, terms }: Words,
): Markup {
  const heads = STATES.map((state) =>
    html`<th scope="col" class="n key ${state}">${terms.state[state]}</th>`
  );
  const rows = NAMES.map((name) => {
    const counts = memberships[name];
    const cells = STATES.map((state) =>
      html`<td class="n">${count(counts[state])}</td>`
    );
    const parts = STATES.map((state) => [state, counts[state]] as const);
    return html`
      <tr><th scope="row">${terms.memberships[name]}</th>${cells}</tr>
      <tr class="bars">
        <td colspan="${1 + STATES.length}">${bar(parts, devices.found)}</td>
      </tr>
    `;
  });
  return html`
    <table>
      <thead>
        <tr><th scope="col">${heading.membership}</th>${heads}</tr>
      </thead>
      <tbody>${rows}</tbody>
    </table>
  `;
}

function endingTable(
  { ending }: Report,
  { report: words, terms }: Words,
): Markup {
  const heads = ending.map(({ days }) =>
    html`<th scope="col" class="n">${words.days(days)}</th>`
  );
  const rows = NAMES.map((name) => {
    const cells = ending.map((counts) =>
      html`<td class="n">${count(counts[name])}</td>`
    );
    return html`
      <tr><th scope="row">${terms.memberships[name]}</th>${cells}</tr>
    `;
  });
  return html`
    <table>
      <thead>
        <tr><th scope="col">${words.heading.membership}</th>${heads}</tr>
      </thead>
      <tbody>${rows}</tbody>
    </table>
  `;
}

function monthTable({ months }: Report, { report, terms }: Words): Markup {
  const sumOf = (counts: ByMembership) =>
    NAMES.reduce((sum, name) => sum + counts[name], 0);
  const most = Math.max(...months.map(sumOf));
  const heads = NAMES.map((name) =>
    html`<th scope="col" class="n key ${name}">${terms.memberships[name]}</th>`
  );
  const rows = months.map((counts) => {
    const cells = NAMES.map((name) =>
      html`<td class="n">${count(counts[name])}</td>`
    );
    const parts = NAMES.map((name) => [name, counts[name]] as const);
    return html`
      <tr><th scope="row">${counts.month}</th>${cells}<td class="chart">${bar(
        parts,
        most,
      )}</td></tr>
    `;
  });
  return html`
    <table>
      <thead>
        <tr><th scope="col">${report.heading.month}</th>${heads}<td></td></tr>
      </thead>
      <tbody>${rows}</tbody>
    </table>
  `;
}

function soonestTable(
  { soonest: { days, list, total } }: Report,
  { report: words, terms }: Words,
): Markup {
  if (total === 0) return html`<p>${words.noEnds(days)}</p>`;
  const { heading } = words;
  const heads = [
    ...[heading.end, heading.left, heading.membership],
    ...[heading.device, heading.user, heading.columns],
  ].map((text) => html`<th scope="col">${text}</th>`);
  const rows = list.slice(0, MOST.ends).map((it) =>
    html`
      <tr>
        <td class="t">${chinaTime(it.end)}</td>
        <td class="t">${words.days(it.daysLeft)}</td>
        <td class="t">${terms.memberships[it.membership]}</td>
        <td class="id">${it.deviceId ?? words.unknownDevice}</td>
        <td class="id">${cut(it.nickname ?? "", 20)}</td>
        <td class="id">${columnsText(it.columns)}</td>
      </tr>
    `
  );
  const others = total - rows.length;
  return html`
    <table class="list">
      <thead>
        <tr>${heads}</tr>
      </thead>
      <tbody>${rows}</tbody>
    </table>${others > 0 ? html`<p>${words.andMore(count(others))}</p>` : ""}
  `;
}

function failureTable(
  { devices, failures, files }: Report,
  { report: words }: Words,
  language: Language,
): Markup {
  if (failures.length === 0) return html`<p>${words.noFailures}</p>`;
  const { heading } = words;
  const rows = failures.slice(0, MOST.failures).map((failure) => {
    const places = placesText(failure, files);
    return html`
      <tr>
        <td class="n">${count(failure.count)}</td>
        <td>
          <b class="id">${cut(failure.code, 80)}</b>
          <div>${failure.meaning[language]}</div>
          <p>${failure.hint[language]}</p>
          <p class="id">${heading.lines}: ${places}</p>
        </td>
      </tr>
      <tr class="bars">
        <td colspan="2">${bar([["fail", failure.count]], devices.failed)}</td>
      </tr>
    `;
  });
  const others = failures.length - MOST.failures;
  return html`
    <table>
      <thead>
        <tr>
          <th scope="col" class="n">${heading.count}</th>
          <th scope="col">${heading.code}</th>
        </tr>
      </thead>
      <tbody>${rows}</tbody>
    </table>${others > 0 ? html`<p>${words.andMore(count(others))}</p>` : ""}
  `;
}

/** The figures stand beside it, so it says nothing more to who cannot see it. */
function bar(
  parts: readonly (readonly [name: string, count: number])[],
  whole: number,
): Markup {
  let x = 0;
  const rects = parts.filter(([, count]) => count > 0).map(([name, count]) => {
    const width = Math.round(1000 * count / whole);
    const rect = html`
      <rect class="${name}" x="${x}" width="${width}" height="1" />
    `;
    x += width;
    return rect;
  });
  return html`
    <svg viewBox="0 0 1000 1" preserveAspectRatio="none"
      aria-hidden="true">${rects}</svg>
  `;
}
