/**
 * The faults of the sandbox, for its help.
 *
 * @module
 */

import { SANDBOX_FAULTS } from "../sandbox/faults.ts";
import type { Language } from "../i18n/words.ts";
import { cell, writeRows } from "./layout.ts";
import type { Output } from "./output.ts";

/**
 * Lists the faults.
 *
 * @param out Where to.
 * @param language In which language.
 */
export async function showFaults(
  out: Output,
  language: Language,
): Promise<void> {
  const rows = SANDBOX_FAULTS.map(({ name, title }) => [
    cell(name, "cyan"),
    cell(title[language]),
  ]);
  out.line();
  await writeRows(out, rows, "  ");
}
