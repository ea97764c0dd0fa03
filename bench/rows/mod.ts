/**
 * The rows of the table, in their order: one file each.
 *
 * @module
 */

import type { Row } from "../row.ts";
import { batch } from "./batch.ts";
import { batchMemory } from "./batch_memory.ts";
import { cliHelpRow } from "./cli_help.ts";
import { cliStart } from "./cli_start.ts";
import { client } from "./client.ts";
import { memory } from "./memory.ts";
import { sdk } from "./sdk.ts";
import { webFacts } from "./web_facts.ts";
import { webGet } from "./web_get.ts";
import { webMemory } from "./web_memory.ts";
import { webPost } from "./web_post.ts";
import { webSize } from "./web_size.ts";

/** All rows. The client goes first, into a process that has done nothing yet. */
export const ROWS: readonly Row[] = [
  client,
  sdk,
  cliStart,
  cliHelpRow,
  memory,
  batch,
  batchMemory,
  webGet,
  webPost,
  webMemory,
  webSize,
  webFacts,
];
