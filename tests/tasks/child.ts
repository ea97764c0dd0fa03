/** Says what it was given; ends with the code, or on a signal with 99. */
import process from "node:process";

const [code] = Deno.args;
if (code === "wait") {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, () => {
      process.stdout.write(`${signal}\n`, () => Deno.exit(99));
    });
  }
  setTimeout(() => Deno.exit(98), 60_000);
}
const report = {
  deps: Deno.env.get("KUGOU_DEPS"),
  extra: JSON.parse(Deno.env.get("KUGOU_DENO_ARGS") ?? ""),
  args: Deno.args,
};
process.stdout.write(`${JSON.stringify(report)}\n`);
if (code !== "wait") Deno.exitCode = Number(code ?? 0);
