import type { batch as en } from "../en/batch.ts";

/** 批量查询除结果外的文字。 */
export const batch: typeof en = {
  counts: (done, ok, failed) => `${done} 行：成功 ${ok}${failures(failed)}`,
  rate: (perSecond) => `${perSecond.toFixed(perSecond < 10 ? 1 : 0)} 行/秒`,
  left: (seconds) => `剩余 ${duration(seconds)}`,
  already: (path, lines) => `${path} 中已有 ${lines} 行`,
  stopping:
    "正在停止：不再读取新行，等待进行中的查询完成；再按 Ctrl-C 立即退出",
  resume: (command) => `从停止处继续：\n  ${command}`,
  noResume: "使用 --out FILE 后，下次可从停止处继续",
  summary: (counts, seconds, rate) =>
    `${counts}，用时 ${duration(seconds)}（${rate}）`,
  rateExpected: "每秒查询次数，须大于 0，例如 50",
  needs: (other) => ({
    reason: `须与 ${other} 一起使用`,
    expected: `同时给出 ${other}`,
  }),
  stdinTwice: {
    reason: "输入行也从标准输入读取",
    expected: "--token-file、KUGOU_ACCESS_TOKEN，或从文件读取输入行",
  },
  cannotWrite: (message) => ({
    reason: `无法写入：${message}`,
    expected: "留出磁盘空间后用 --resume 继续",
  }),
  noIndex: {
    reason: "未设置 JOB_COMPLETION_INDEX",
    expected: "在 Indexed Job 之外请使用 --shard I/N",
  },
};

function failures(failed: readonly (readonly [string, number])[]): string {
  if (failed.length === 0) return "";
  const kinds = failed.map(([kind, count]) => `${kind} ${count}`);
  return `，失败：${kinds.join("，")}`;
}

function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} 秒`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} 分 ${whole % 60} 秒`;
  return `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`;
}
