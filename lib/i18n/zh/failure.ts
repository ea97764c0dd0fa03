import type { KugouTimeoutPhase } from "../../../mod.ts";
import type * as en from "../en/failure.ts";
import { terms } from "./terms.ts";

/** 向人说明出了什么错。 */
export const failure: typeof en.failure = {
  title: {
    input: (subject, reason) => `${subject} 有误：${reason}`,
    commandLine: (reason) => `命令有误：${reason}`,
    api: (meaning) => `查询失败：${meaning}`,
    network: {
      headers: "查询失败：无法连接到服务端",
      body: "查询失败：接收响应时连接中断",
    },
    timeout: (phase, limitMs, attempts) =>
      `查询超时：${terms.duration(limitMs)}内${WAITED_FOR[phase]}${
        attempts > 1 ? `（共尝试 ${attempts} 次）` : ""
      }`,
    protocol: (status) =>
      `查询失败：收到 HTTP ${status}，但内容不是该接口的响应`,
    permission: (flag) => `无法继续：Deno 未获得权限 ${flag}`,
    interrupted: "已中断",
    bug: (message) => `程序内部错误，无法继续：${message}`,
  },
  label: {
    expected: "应为",
    example: "示例",
    file: "文件",
    code: "错误码",
    serverSays: "服务端消息",
    detail: "详情",
    received: "收到内容",
    next: "建议",
    installed: "已安装时",
    retry: "能否重试",
    more: "详情",
    requestIds: "此前的 ID",
  },
  next: {
    network: "请检查网络、代理或防火墙，以及接口地址",
    certificate: "请确认连接未被拦截、本机时间正确、接口的证书有效",
    timeout: (option) => `请检查网络，或放宽时限，例如 ${option}`,
    protocol: "请确认接口地址正确，且未被代理或上网认证页拦截",
    busy: "请稍后再试；若持续出现，请联系接口或其代理的运维人员",
    permission: (flag) => `请加在 deno run 之后：deno run ${flag} …`,
    reinstall: "请加 --force 重新安装，并带上此权限和原有权限",
    allowAll:
      "Deno 仅在 --allow-all 下才能打开 /dev、/proc、/sys 中的文件：请改用其他文件，或从标准输入读取：--token-stdin < FILE",
    bug: "请反馈给 kugou-iot 的维护者",
    verboseBug: "请加上 --verbose 重新运行，并将输出反馈给 kugou-iot 的维护者",
  },
  retryAfter: (ms) => `可以，但服务端要求先等待 ${terms.duration(ms)}`,
  emptyBody: "（空）",
};

const WAITED_FOR: Readonly<Record<KugouTimeoutPhase, string>> = {
  token: "未取得访问令牌",
  headers: "服务端未开始响应",
  body: "服务端未完成响应",
  wait: "来不及开始下一次尝试",
};

const DURATION = {
  expected: "数字加单位：ms、s 或 m",
  example: "500ms、10s 或 2m",
};

const PARAMS = { expected: "JSON 对象", example: "--params '{}'" };

const READABLE = { expected: "可读取的文件" };

/** 输入哪里有误，应当如何。 */
export const input: typeof en.input = {
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
  tooManyOperands: (usage, example) => ({
    reason: "参数过多",
    expected: usage,
    example,
  }),
  notAChoice: (choices) => ({
    reason: "取值不在可选范围内",
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
    missing: { reason: "文件不存在", ...READABLE },
    noFolder: { reason: "所在目录不存在", expected: "位于已有目录中的文件" },
    directory: { reason: "这是一个目录", expected: "文件" },
    denied: { reason: "没有权限", expected: "当前用户有权使用的文件" },
    readOnly: { reason: "文件系统只读", expected: "可写入的文件" },
    noSpace: { reason: "磁盘空间不足", expected: "有剩余空间的磁盘" },
    loop: { reason: "符号链接成环", expected: "指向文件的链接" },
    nameTooLong: { reason: "文件名过长", expected: "更短的文件名" },
    tooLong: { reason: "内容过长", expected: "不超过 1 MiB" },
    inUse: { reason: "文件正被其他程序占用", expected: "未被占用的文件" },
    tooManyOpen: {
      reason: "打开的文件过多",
      expected: "更高的上限，例如 ulimit -n 4096",
    },
    failed: (code) => ({
      reason: `系统拒绝访问（${code}）`,
      expected: "位于正常磁盘上的文件",
    }),
  },
  portTaken: {
    reason: "该端口已被其他程序占用",
    expected: "空闲端口；0 表示任选一个",
    example: "kugou-iot sandbox --port 0",
  },
  portDenied: {
    reason: "没有权限监听该端口",
    expected: "1024 及以上的端口；0 表示任选一个",
    example: "kugou-iot sandbox --port 0",
  },
};
