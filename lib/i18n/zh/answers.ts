/**
 * Words that the commands say with their answers, in Chinese.
 *
 * @module
 */

import type {
  AttemptFacts,
  BatchWords,
  CardWords,
  Distance,
  ExplainWords,
  FailedCounts,
  LookupWords,
  SandboxWords,
} from "../words_answers.ts";

/** What a lookup says besides its answer. */
export const lookup: LookupWords = {
  tokenName: "访问令牌",
  prompt: "访问令牌（输入不显示）：",
  sandbox: (endpoint) => `沙箱 ${endpoint}：示例数据，并非真实用户`,
  sending: (endpoint, { timeoutMs, totalTimeoutMs, retries }) =>
    `POST ${endpoint}（单次限时 ${timeoutMs} 毫秒，总限时 ${totalTimeoutMs} 毫秒，重试 ${retries} 次）`,
  attempt: (facts) =>
    [
      `第 ${facts.number} 次：${outcome(facts)}，用时 ${
        Math.round(facts.durationMs)
      } 毫秒`,
      `请求 ID ${facts.requestId}`,
      ...(facts.serverRequestId === null
        ? []
        : [`服务端 ID ${facts.serverRequestId}`]),
      ...(facts.retryInMs === null ? [] : [`${facts.retryInMs} 毫秒后重试`]),
    ].join("，"),
  dryRun: {
    notSent: "未发送任何请求",
    request: "请求内容：",
    curl: "等效的 curl 命令（需先设置 KUGOU_ACCESS_TOKEN）：",
  },
};

function outcome({ status, error }: AttemptFacts): string {
  const http = status === null ? "无应答" : `HTTP ${status}`;
  return error === null ? http : `${http}，${error}`;
}

/** The card that shows a user. */
export const card: CardWords = {
  label: {
    device: "设备",
    nickname: "昵称",
    userId: "用户 ID",
    avatar: "头像",
    vipFlag: "VIP 标志",
    memberships: "会员",
    otherFields: "其他字段",
    requestId: "请求 ID",
    serverRequestId: "服务端 ID",
    attempts: "尝试次数",
  },
  notSent: "未返回",
  yes: "是",
  no: "否",
  membership: { vip: "VIP", car: "车载", svip: "豪V" },
  state: {
    active: "有效",
    expired: "已过期",
    none: "未开通",
    unknown: "未知",
  },
  left: (distance) => `剩余 ${count(distance)}`,
  ago: (distance) => `${count(distance)}前`,
  until: (time) => `${time} 到期`,
  since: (time) => `${time} 已到期`,
  inChina: (time) => `（北京时间 ${time}）`,
  sentAs: (raw) => `原文 ${raw}`,
};

const UNITS: Readonly<Record<Distance["unit"], string>> = {
  day: "天",
  hour: "小时",
  minute: "分钟",
};

function count({ count, unit }: Distance): string {
  return `${count} ${UNITS[unit]}`;
}

/** Error codes, explained. */
export const explain: ExplainWords = {
  label: {
    code: "错误码",
    class: "类别",
    meaning: "含义",
    next: "建议",
    retry: "能否重试",
    source: "出处",
    exitCode: "退出码",
    basedOn: "依据",
    suggestion: "您是否想输入",
  },
  source: {
    page: "腾讯云文档 1081/60575",
    tme: "腾讯音乐服务文档 1081/68800",
    sibling: "同一接口的其他文档",
  },
  class: {
    "input": "输入",
    "auth": "鉴权",
    "not-found": "不存在",
    "unsupported": "不支持",
    "limit": "限制",
    "server": "服务端",
    "unknown": "未知",
  },
  retry: {
    "yes": "可以，稍后重试可能成功",
    "no": "不必，同样的查询仍会失败",
    "fresh-token": "更换新的访问令牌后可以",
  },
  basedOn: (prefix) => `${prefix}（已收录的最长前缀）`,
  more: (command) => `${command} 可查看某个错误码的处理办法。`,
};

/** What a batch says besides its answers. */
export const batch: BatchWords = {
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

function failures(failed: FailedCounts): string {
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

/** What the sandbox says. */
export const sandbox: SandboxWords = {
  title: "沙箱已启动：示例数据，仅限本机访问",
  label: {
    endpoint: "接口地址",
    token: "令牌",
    devices: "设备",
    errors: "错误",
    faults: "故障",
  },
  anyCode: "<错误码>",
  anyFault: "<故障名>",
  errorDevice: "返回该错误码",
  faultDevice: (help) => `产生故障，见 ${help}`,
  tryCurl: "在另一个终端中试用：",
  tryProgram: "或使用本程序：",
  waiting: "收到的请求（按 Ctrl-C 结束）：",
  data: "数据",
  aborted: "客户端已断开",
  token: {
    valid: "令牌正确",
    unknown: "令牌未知",
    missing: "无令牌",
  },
};
