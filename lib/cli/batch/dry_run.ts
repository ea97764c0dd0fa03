/** `batch --dry-run`: checks all lines, and sends nothing. */

import { generate } from "@std/uuid/v7";
import { buildRequestBody, KugouInputError, REDACTED } from "../../../mod.ts";
import type { Item } from "../../batch/fields.ts";
import type { Reading } from "../../batch/items.ts";
import { isOfShard } from "../../batch/shard.ts";
import { words as wordsOf } from "../../i18n/words.ts";
import { escapeText } from "../../text/escape.ts";
import { noToken } from "./connection.ts";
import type { BatchOptions } from "./options.ts";
import type { Context } from "../context.ts";
import { EXIT_CODES } from "../exit_codes.ts";

/** So many problems are shown; the rest is counted. */
const SHOWN = 10;

interface Problem {
  readonly line: number;
  readonly error: KugouInputError;
}

/** Reads the lines that would be asked, and says what would become of them. */
export async function showBatchDryRun(
  items: AsyncIterable<Item>,
  { format }: Reading,
  { limit, perSecond, shard }: BatchOptions,
  hasToken: boolean,
  { out, language }: Context,
): Promise<number> {
  const problems: Problem[] = [];
  const columns = new Set<string>();
  let lines = 0;
  let wrong = 0;
  let ownTokens = 0;
  for await (const item of items) {
    if (!isOfShard(item.line, shard)) continue;
    lines++;
    if ("request" in item && item.request.accessToken !== undefined) {
      ownTokens++;
    }
    for (const name of Object.keys(item.columns ?? {})) columns.add(name);
    const error = problemOf(item, hasToken);
    if (error !== null && wrong++ < SHOWN) {
      problems.push({ line: item.line, error });
    }
    if (lines === limit) break;
  }
  const { batch: { dryRun } } = wordsOf(language);
  out.line(dryRun.lines(lines, format));
  out.line(dryRun.tokens(ownTokens, lines - ownTokens));
  if (columns.size > 0) {
    out.line(dryRun.columns([...columns].map(escapeText).join(", ")));
  }
  if (perSecond !== null) out.line(dryRun.time((lines - wrong) / perSecond));
  out.line(dryRun.wrong(wrong));
  for (const { line, error: { field, reason, expected } } of problems) {
    const [why, right] = [reason[language], expected[language]];
    const where = dryRun.line(line, field);
    out.line(`  ${out.paint("red", where)} ${escapeText(`${why}; ${right}`)}`);
  }
  if (wrong > SHOWN) out.line(`  ${dryRun.more(wrong - SHOWN)}`);
  out.line(out.paint("yellow", wordsOf(language).lookup.notSent));
  return wrong > 0 ? EXIT_CODES.someFailed : EXIT_CODES.found;
}

/** What the client would refuse. */
function problemOf(item: Item, hasToken: boolean): KugouInputError | null {
  if ("problem" in item) return item.problem;
  const { accessToken } = item.request;
  if (accessToken === undefined && !hasToken) return noToken();
  try {
    buildRequestBody("user_info", {
      requestId: generate(),
      accessToken: REDACTED,
      ...item.request,
    });
    return null;
  } catch (error) {
    if (error instanceof KugouInputError) return error;
    throw error;
  }
}
