import { isOfForm, textOf } from "../lib/web/views/devices.ts";
import type { AnsweredRow, Row } from "../lib/web/views/types.ts";

/** How many lookups go on at once. */
const LANES = 3;

/** Looks up each row that has no result, a few at a time. */
export async function lookUpRows(
  rows: readonly Row[],
  lookUp: (deviceId: string) => Promise<AnsweredRow>,
  show: (rows: readonly Row[]) => void,
): Promise<readonly Row[]> {
  const asked = rows.filter(({ result }) => result === null);
  const isWhole = asked.length === rows.length;
  const queue = asked.values();
  let refused: AnsweredRow | undefined;
  const lane = async () => {
    for (const row of queue) {
      const answered = await lookUp(row.deviceId);
      // What is wrong with the form would be said of each device anew.
      if (isWhole && isOfForm(answered.result)) refused ??= answered;
      if (refused) return;
      rows = rows.map((it) => it === row ? answered : it);
      show(rows);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  if (refused === undefined) return rows;
  return [{ ...refused, deviceId: textOf(rows.map((it) => it.deviceId)) }];
}
