/**
 * Words about what went wrong, and about a command line that cannot be obeyed, in
 * Chinese.
 *
 * @module
 */

import type { KugouTimeoutPhase } from "../../client/timeout_error.ts";
import type { FailureWords, UsageWords } from "../words_failure.ts";

/** What went wrong, and what to do next. */
export const failure: FailureWords = {
  title: {
    input: (subject, reason) =>
      subject === null ? `命令有误：${reason}` : `${subject} 有误：${reason}`,
    api: (meaning) => `查询失败：${meaning}`,
    network: {
      headers: "查询失败：无法连接到服务端",
      body: "查询失败：接收应答时连接中断",
    },
    timeout: (phase, limitMs, attempts) =>
      `查询超时：${duration(limitMs)}内${WAITED_FOR[phase]}${
        attempts > 1 ? `（共尝试 ${attempts} 次）` : ""
      }`,
    protocol: (status) =>
      `查询失败：收到 HTTP ${status}，但内容不是该接口的应答`,
    permission: (flag) => `无法继续：Deno 未获得权限 ${flag}`,
    interrupted: "已中断",
    bug: (message) => `程序出现缺陷，无法继续：${message}`,
  },
  label: {
    suggestion: "您是否想输入",
    expected: "应为",
    example: "示例",
    code: "错误码",
    serverSays: "服务端消息",
    detail: "详情",
    received: "收到内容",
    next: "建议",
    retry: "能否重试",
    requestId: "请求 ID",
    requestIds: "此前的 ID",
    serverRequestId: "服务端 ID",
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
  next: {
    network: "请检查网络、代理或防火墙，以及接口地址",
    timeout: (option) => `请检查网络，或放宽时限，例如 ${option}`,
    protocol: "请确认接口地址正确，且未被代理或上网认证页拦截",
    busy: "请稍候；若持续出现，请联系接口或其代理的运维人员",
    permission: (flag) => `请加在 deno run 之后：deno run ${flag} …`,
    bug: "请加上 --verbose 重新运行，并将输出反馈给 kugou-iot 的维护者",
  },
  retry: {
    yes: "可以，稍后重试可能成功",
    no: "不必，同样的查询仍会失败",
    freshToken: "更换新的访问令牌后可以",
    after: (ms) => `可以，但服务端要求先等待 ${duration(ms)}`,
  },
  emptyBody: "（空）",
};

const WAITED_FOR: Readonly<Record<KugouTimeoutPhase, string>> = {
  token: "未取得访问令牌",
  headers: "服务端未开始应答",
  body: "服务端未完成应答",
  wait: "来不及开始下一次尝试",
};

function duration(ms: number): string {
  if (ms % 1000 !== 0 && ms < 10_000) return `${Math.ceil(ms)} 毫秒`;
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 120) return `${seconds} 秒`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} 分钟` : `${Math.ceil(minutes / 60)} 小时`;
}

const DURATION = {
  expected: "数字加单位：ms、s 或 m",
  example: "500ms、10s 或 2m",
};

const PARAMS = { expected: "JSON 对象", example: "--params '{}'" };

const FILE = { expected: "可读取的文件" };

/** What was wrong with a command line. */
export const usage: UsageWords = {
  noCommand: (commands) => ({
    reason: "未指定命令",
    expected: `以下之一：${commands.join("、")}`,
    example: "kugou-iot user-info LAEG4YJE1A/dev01 --sandbox",
  }),
  unknownCommand: (word, commands) => ({
    reason: word === null ? "没有这个命令" : `没有命令 ${word}`,
    expected: `以下之一：${commands.join("、")}`,
    example: "kugou-iot --help",
  }),
  unknownOption: (word, help) => ({
    reason: word === null ? "没有这个选项" : `没有选项 ${word}`,
    expected: "帮助中列出的选项",
    example: help,
  }),
  noValue: (value, example) => ({
    reason: "缺少取值",
    expected: `取值 ${value}；若以短横线开头，请写在 = 之后`,
    example,
  }),
  valueRefused: (option) => ({
    reason: "该选项不带取值",
    expected: "仅写选项本身",
    example: option,
  }),
  repeated: { reason: "重复出现", expected: "只写一次" },
  operandMissing: (usage, example) => ({
    reason: "缺少该参数",
    expected: usage,
    example,
  }),
  operandsTooMany: (usage, example) => ({
    reason: "参数过多",
    expected: usage,
    example,
  }),
  notAChoice: (choices) => ({
    reason: "取值无效",
    expected: `以下之一：${choices.join("、")}`,
    example: choices[0] ?? "",
  }),
  conflict: (other) => ({
    reason: `不能与 ${other} 同时使用`,
    expected: "二者择一",
  }),
  tokenInArguments: {
    reason:
      "命令行中的访问令牌会出现在进程列表与 Shell 历史记录中，任何人都能看到",
    expected: "通过 KUGOU_ACCESS_TOKEN、文件、标准输入提供令牌，或在提示时输入",
    example: "kugou-iot user-info LAEG4YJE1A/dev01 --token-file token.txt",
  },
  noToken: {
    reason: "未提供",
    expected:
      "KUGOU_ACCESS_TOKEN、--token-file FILE 或 --token-stdin；使用 --sandbox 则无需令牌",
    example: "kugou-iot user-info LAEG4YJE1A/dev01 --sandbox",
  },
  duration: {
    shape: { reason: "不是时长", ...DURATION },
    unit: { reason: "缺少单位", ...DURATION },
    short: { reason: "不足 1 毫秒", ...DURATION },
    negative: { reason: "不能为负数", ...DURATION },
    huge: {
      reason: "超出计时器的上限",
      expected: "不超过 24 天",
      example: DURATION.example,
    },
  },
  notInRange: (min, max, example) => ({
    reason: "不是范围内的整数",
    expected: `${min} 到 ${max}`,
    example,
  }),
  paramsNotJson: { reason: "不是 JSON", ...PARAMS },
  paramsTooManyDigits: {
    reason: "其中有数字会丢失精度",
    expected: "将该数字写成字符串",
    example: `--params '{"id":"9007199254740993"}'`,
  },
  file: {
    missing: { reason: "文件不存在", ...FILE },
    directory: { reason: "这是一个目录", ...FILE },
    denied: { reason: "系统不允许读取该文件", ...FILE },
    tooLong: { reason: "内容过长", expected: "不超过 1 MiB" },
    unreadable: { reason: "无法读取该文件", ...FILE },
  },
  faults: (detail) => ({
    reason: detail,
    expected: "故障名称及其占比（0 到 1）",
    example: "503:0.1,reset:0.05",
  }),
  portTaken: {
    reason: "该端口已被其他程序占用",
    expected: "空闲端口；0 表示任选一个",
    example: "kugou-iot sandbox --port 0",
  },
  portDenied: {
    reason: "系统不允许监听该端口",
    expected: "1024 及以上的端口；0 表示任选一个",
    example: "kugou-iot sandbox --port 0",
  },
};
