/** The tables of the HTML report, and the bars in them. */

import type { KugouMembershipState } from "../../mod.ts";
import type { Language } from "../i18n/language.ts";
import type { Words } from "../i18n/words.ts";
import { NAMES } from "./answers.ts";
import { chinaTime, columnsText, count, cut, placesText } from "./format.ts";
import { html, type Markup } from "./markup.ts";
import type { ByMembership, Report } from "./report.ts";

const STATES: readonly KugouMembershipState[] = [
  "active",
  "expired",
  "none",
  "unknown",
];

/** What is more than this is only counted: the file is to stay small. */
const MOST = { failures: 20, ends: 50 };

export function stateTable(
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

export function endingTable(
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

export function monthTable(
  { later, months }: Report,
  { report, terms }: Words,
): Markup {
  const sumOf = (counts: ByMembership) =>
    NAMES.reduce((sum, name) => sum + counts[name], 0);
  const all = [...months, { ...later, month: report.heading.later }];
  const most = Math.max(...all.map(sumOf));
  const heads = NAMES.map((name) =>
    html`<th scope="col" class="n key ${name}">${terms.memberships[name]}</th>`
  );
  const rows = all.map((counts) => {
    const cells = NAMES.map((name) =>
      html`<td class="n">${count(counts[name])}</td>`
    );
    const parts = NAMES.map((name) => [name, counts[name]] as const);
    return html`
      <tr><th scope="row" class="t">${counts
        .month}</th>${cells}<td class="chart">${bar(
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

export function soonestTable(
  { soonest: { days, list, total } }: Report,
  { report: words, terms }: Words,
): Markup {
  if (total === 0) return html`<p>${words.noEnds(days)}</p>`;
  const { heading } = words;
  const heads = [
    ...[heading.end, heading.left, heading.membership],
    ...[heading.device, heading.user, heading.columns],
  ].map((text) => html`<th scope="col">${text}</th>`);
  const rows = upTo(28_000, list.slice(0, MOST.ends), (it) =>
    html`
      <tr>
        <td class="t">${chinaTime(it.end)}</td>
        <td class="t">${words.days(it.daysLeft)}</td>
        <td class="t">${terms.memberships[it.membership]}</td>
        <td class="id">${cut(it.deviceId ?? words.unknownDevice, 80)}</td>
        <td class="id">${cut(it.nickname ?? "", 20)}</td>
        <td class="id">${columnsText(it.columns)}</td>
      </tr>
    `);
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

export function failureTable(
  { devices, failures, files }: Report,
  { report: words }: Words,
  language: Language,
): Markup {
  if (failures.length === 0) return html`<p>${words.noFailures}</p>`;
  const { heading } = words;
  const rows = upTo(16_000, failures.slice(0, MOST.failures), (failure) => {
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
  const others = failures.length - rows.length;
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

/** As many rows as some bytes hold, whatever people have called their devices. */
function upTo<T>(
  bytes: number,
  values: readonly T[],
  rowOf: (value: T) => Markup,
): Markup[] {
  let left = bytes;
  return values.map(rowOf).filter(({ text }) =>
    (left -= new TextEncoder().encode(text).length) >= 0
  );
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
