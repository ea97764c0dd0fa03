/**
 * Whether an output belongs to an input.
 *
 * @module
 */

import type { Format } from "./format.ts";
import type { Header } from "./header.ts";
import type { Input } from "./input.ts";
import { Refusal } from "./refusal.ts";
import type { Shard } from "./shard.ts";

/** What a run reads, as far as its output has to say so. */
export interface Reading {
  readonly input: Input;
  readonly format: Format;
  readonly shard: Shard;
}

/**
 * Makes the header for an output.
 *
 * @param reading What is read.
 * @returns The header.
 */
export async function makeHeader(reading: Reading): Promise<Header> {
  const { input, format, shard } = reading;
  return {
    version: 1,
    input: input.name,
    format,
    shard: `${shard.index}/${shard.of}`,
    ...await input.fingerprint(),
  };
}

/**
 * Checks that an output belongs to what is read. An input that has grown at its
 * end since then is still the same.
 *
 * @param path The output, for messages.
 * @param found Its header.
 * @param reading What is read.
 * @throws {Refusal} If it belongs to something else.
 */
export async function checkBelonging(
  path: string,
  found: Header,
  reading: Reading,
): Promise<void> {
  const { input, format, shard } = reading;
  const shown = `${shard.index}/${shard.of}`;
  if (found.shard !== shown) refuseOther(path, "--shard", found.shard, shown);
  if (found.format !== format) {
    refuseOther(path, "--format", found.format, format);
  }
  const { bytes, sha256 } = await input.fingerprint(found.bytes);
  if (bytes === found.bytes && sha256 === found.sha256) return;
  throw new Refusal(path, {
    en: {
      reason: `it belongs to another input, which was named ${found.input}`,
      expected:
        `an input whose first ${found.bytes} bytes are the same as then`,
    },
    zh: {
      reason: `它属于另一输入，当时名为 ${found.input}`,
      expected: `前 ${found.bytes} 字节与当时相同的输入`,
    },
  });
}

function refuseOther(
  path: string,
  option: string,
  then: string,
  now: string,
): never {
  throw new Refusal(path, {
    en: {
      reason: `it was written with ${option} ${then}`,
      expected: `the same again: current value is ${now}`,
    },
    zh: {
      reason: `写入时使用的是 ${option} ${then}`,
      expected: `与当时相同的值，当前值为 ${now}`,
    },
  });
}
