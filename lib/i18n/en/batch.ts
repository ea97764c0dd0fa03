/** What a batch says besides its answers. */
export const batch = {
  counts: (
    done: number,
    ok: number,
    failed: readonly (readonly [kind: string, count: number])[],
  ): string =>
    `${done} ${done === 1 ? "line" : "lines"}: ${ok} ok${failures(failed)}`,
  rate: (perSecond: number): string =>
    `${perSecond.toFixed(perSecond < 10 ? 1 : 0)}/s`,
  left: (seconds: number): string => `${duration(seconds)} left`,
  already: (path: string, lines: number): string =>
    `${path} has ${lines} lines already`,
  stopping:
    "Stopping: no more lines are taken, those under way are finished; Ctrl-C again to leave at once",
  resume: (command: string): string =>
    `To go on where this stopped:\n  ${command}`,
  noResume: "With --out FILE, a later run could go on where this stopped",
  summary: (counts: string, seconds: number, rate: string): string =>
    `${counts}, in ${duration(seconds)} (${rate})`,
  rateExpected: "a number of lookups per second above 0, such as 50",
  needs: (other: string) => ({
    reason: `it means nothing without ${other}`,
    expected: `${other} as well`,
  }),
  stdinTwice: {
    reason: "the lines are read from stdin, too",
    expected: "--token-file, KUGOU_ACCESS_TOKEN, or the lines from a file",
  },
  cannotWrite: (message: string) => ({
    reason: `it cannot be written to: ${message}`,
    expected: "a disk with room, and then --resume",
  }),
  noIndex: {
    reason: "JOB_COMPLETION_INDEX is not set",
    expected: "--shard I/N outside of an indexed Job",
  },
};

function failures(failed: readonly (readonly [string, number])[]): string {
  if (failed.length === 0) return "";
  const kinds = failed.map(([kind, count]) => `${count} ${kind}`);
  return `, failed: ${kinds.join(", ")}`;
}

function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
