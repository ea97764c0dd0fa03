import type { report as en } from "../en/report.ts";

/** 批量结果报告的文字。 */
export const report: typeof en = {
  title: "设备的酷狗会员报告",
  asOf: (time) => `统计时间：北京时间 ${time}`,
  devices: (total, found, failed) =>
    `共 ${total} 台设备：查到 ${found}，失败 ${failed}`,
  sent: (from, to) => `查询时间：${from} 至 ${to}`,
  speed: (median, p95) => `半数查询不超过 ${median}，95% 不超过 ${p95}`,
  retries: (count) => `重试次数：${count}`,
  missing: (shards, input) => `缺少 ${input} 的分片：${shards}`,
  andMore: (count) => `另有 ${count} 项`,
  tile: { total: "设备", found: "查到", failed: "失败" },
  heading: {
    memberships: "各会员的状态",
    ending: "即将到期的会员",
    soonest: (days) => `${days} 天内最早到期`,
    months: "按到期月份统计",
    failures: "失败",
    membership: "会员",
    device: "设备",
    user: "用户",
    end: "到期时间",
    left: "剩余",
    columns: "其他列",
    month: "月份",
    later: "更晚",
    code: "错误码",
    count: "设备数",
    lines: "行",
  },
  days: (count) => `${count} 天`,
  none: "无",
  noEnds: (days) => `${days} 天内没有会员到期`,
  noFailures: "没有失败的查询",
  unknownDevice: "（无设备 ID）",
  reading: (file, answers) => `正在读取 ${file}：已读 ${answers} 行结果`,
  torn: (file) => `${file}：最后一行不完整，已略去`,
  foreign: (file, count, first) =>
    `${file}：有 ${count} 行不是 batch 的输出（如第 ${first} 行），已略去`,
  empty: {
    reason: "其中没有查询结果",
    expected: "kugou-iot batch 的输出",
    example: "kugou-iot report answers.ndjson",
  },
  notATime: {
    reason: "不是有效的时间",
    expected: "日期，或带时区的时间",
    example: "2026-12-31 或 2026-12-31T08:00:00+08:00",
  },
  outFull: {
    reason: "文件已有内容",
    expected: "新文件或空文件，以免覆盖查询结果",
    example: "kugou-iot report answers.ndjson > report.txt",
  },
  csvTwice: {
    reason: "表格需读取两遍，而管道只能读一遍",
    expected: "FILE，或 --to text、json、html",
    example: "kugou-iot report answers.ndjson --to csv",
  },
  kind: {
    input: { meaning: "该行有误", hint: "在输入中更正" },
    network: {
      meaning: "无法连接接口",
      hint: "用 --retry-failed 重新查询",
    },
    timeout: { meaning: "超时", hint: "用 --retry-failed 重新查询" },
    protocol: {
      meaning: "响应并非来自该接口",
      hint: "检查中间的代理或网关，然后用 --retry-failed 重新查询",
    },
    other: { meaning: "未知错误", hint: "用 --retry-failed 重新查询" },
  },
};
