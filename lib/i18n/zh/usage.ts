/**
 * Words about a command line that cannot be obeyed, in Chinese.
 *
 * @module
 */

import type { UsageWords } from "../words_usage.ts";

const DURATION = {
  expected: "数字加单位：ms、s 或 m",
  example: "500ms、10s 或 2m",
};

const PARAMS = { expected: "JSON 对象", example: "--params '{}'" };

const FILE = { expected: "可读取的文件" };

/** The words. */
export const words: UsageWords = {
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
