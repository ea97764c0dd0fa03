/**
 * The command line: who is the Kugou user behind an IoT Explorer device, and is
 * the membership still valid?
 *
 * ```sh
 * deno run \
 *   --allow-net=iot.cloud.tencent.com \
 *   --allow-env=KUGOU_ACCESS_TOKEN,KUGOU_ENDPOINT,KUGOU_LANG,FORCE_COLOR,TERM \
 *   jsr:@kugou-iot/client/cli user-info LAEG4YJE1A/dev01
 * ```
 *
 * These permissions are all that it needs, and it does without the last four
 * variables. `--token-file F` and `--params @F` also need `--allow-read=F`;
 * `sandbox` and `--sandbox` need `--allow-net=127.0.0.1` instead of the host
 * above. Where one is missing, it ends with exit code 9 and names the flag.
 *
 * `--help` lists the commands and the exit codes.
 *
 * @module
 */

if (import.meta.main) Deno.exit(await start());

/** What cannot be loaded is the network's fault: `main` does not exist then. */
async function start(): Promise<number> {
  try {
    const { main } = await import("./lib/cli/main.ts");
    return await main(Deno.args);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== "ERR_MODULE_NOT_FOUND") throw error;
    const [reason] = (error as Error).message.split("\n");
    const text = `✗ Cannot load the packages of kugou-iot: ${reason}

  Next  Check the network, a proxy or firewall, and that JSR answers; in a clone, "deno task cli" needs npm alone
`;
    Deno.stderr.writeSync(new TextEncoder().encode(text));
    return 7;
  }
}
