/** A report as one file to send around: nothing in it is loaded from elsewhere. */

import type { Language } from "../i18n/language.ts";
import { type Words, words as wordsOf } from "../i18n/words.ts";
import { count } from "./format.ts";
import { html, Markup } from "./markup.ts";
import { notesOf } from "./notes.ts";
import type { Report } from "./report.ts";
import { STYLE } from "./style.ts";
import {
  endingTable,
  failureTable,
  monthTable,
  soonestTable,
  stateTable,
} from "./tables.ts";

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
  // Who has no mouse can scroll a table that is too wide.
  return html`
    <section tabindex="0" aria-label="${title}">
      <h2>${title}</h2>${content}</section>
  `;
}

function headOf(report: Report, words: Words): Markup {
  const { failed, found, total } = report.devices;
  const { tile } = words.report;
  const isBad = new Markup(failed > 0 ? ' class="bad"' : "");
  return html`
    ${notesOf(report, words).map((note) => html`<p>${note}</p>`)}
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
        <dd${isBad}>${count(failed)}</dd></div>
    </dl>
  `;
}
