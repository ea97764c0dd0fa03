/**
 * The command line: who is the Kugou user behind an IoT Explorer device, and is
 * the membership still valid?
 *
 * ```sh
 * deno run \
 *   --allow-net=iot.cloud.tencent.com \
 *   --allow-env=KUGOU_ACCESS_TOKEN,KUGOU_ENDPOINT,KUGOU_LANG,FORCE_COLOR \
 *   jsr:@kugou-iot/client/cli user-info LAEG4YJE1A/dev01
 * ```
 *
 * These permissions are all that it needs. `--token-file F` and `--params @F`
 * also need `--allow-read=F`; `sandbox` and `--sandbox` need
 * `--allow-net=127.0.0.1` instead of the host above. Where one is missing, it
 * ends with exit code 9 and names the flag.
 *
 * `--help` lists the commands and the exit codes.
 *
 * @module
 */

import { main } from "./lib/cli/main.ts";

if (import.meta.main) Deno.exit(await main(Deno.args));
