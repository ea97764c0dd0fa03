import type { batch as en } from "../en/batch.ts";

const REQUEST = {
  expected: "每行一个请求",
  example: '{"deviceId":"LAEG4YJE1A/dev01"}',
};

const QUOTED = {
  expected: '含逗号或引号的值须加引号，值内的引号写作 ""',
  example: 'LAEG4YJE1A/dev01,"{""a"":1}"',
};

/** 批量查询除结果外的文字。 */
export const batch: typeof en = {
  counts: (done, ok, failed) => `${done} 行：成功 ${ok}${failures(failed)}`,
  rate: (perSecond) => `${perSecond.toFixed(perSecond < 10 ? 1 : 0)} 行/秒`,
  left: (seconds) => `剩余 ${duration(seconds)}`,
  already: (path, ok, failed) =>
    `继续写入 ${path}：已有成功 ${ok} 行，失败 ${failed} 行`,
  whole: (path, ok, failed) =>
    `${path} 现有 ${ok + failed} 行：成功 ${ok}，失败 ${failed}`,
  readAs: (encoding) => `输入不是 UTF-8，按 ${encoding.toUpperCase()} 读取`,
  unreachable: (detail, seconds) =>
    `${detail}\n正在等待接口恢复，最多 ${duration(seconds)}`,
  reachable: (seconds) => `接口已恢复，中断 ${duration(seconds)}`,
  gaveUp: (seconds) => `已停止：接口连续 ${duration(seconds)}无法访问`,
  refused: (line) =>
    `${
      line === null ? "所有行共用的令牌" : `第 ${line} 行的令牌`
    }连续 20 次被拒绝，跳过使用该令牌的其余各行`,
  orphans: (answers) => `有 ${answers} 行结果在输入中已无对应的行`,
  leftOut: (lines) => `因令牌被拒绝跳过 ${lines} 行；请更换令牌`,
  stopping:
    "正在停止：等待进行中的查询完成，最多 10 秒；再按一次 Ctrl-C 立即退出",
  resume: (command) => `继续执行：\n  ${command}`,
  noResume: "使用 --out FILE，下次即可从停止处继续",
  summary: (counts, seconds, rate) =>
    `${counts}，用时 ${duration(seconds)}（${rate}）`,
  dryRun: {
    lines: (lines, format) => `待查询 ${lines} 行（${format.toUpperCase()}）`,
    tokens: (own, others) =>
      `令牌：行内自带 ${own} 行，其余 ${others} 行使用 --token-file、--token-stdin 或 KUGOU_ACCESS_TOKEN 的令牌`,
    columns: (names) => `原样输出的列：${names}`,
    time: (seconds) => `按该 --rate 至少需要 ${duration(seconds)}`,
    wrong: (lines) => lines === 0 ? "所有行均可发送" : `${lines} 行无法发送：`,
    line: (line, field) => `第 ${line} 行，${field}：`,
    more: (lines) => `另有 ${lines} 行`,
  },
  notARate: {
    reason: "不是有效的速率",
    expected: "每秒查询次数，须大于 0",
    example: "--rate 50",
  },
  needs: (other) => ({
    reason: `须与 ${other} 一起使用`,
    expected: `同时给出 ${other}`,
  }),
  summaryInUse: {
    reason: "本次批量查询或另一进程正在使用该文件",
    expected: "另一个文件",
    example: "--summary summary.json",
  },
  stdinTwice: {
    reason: "输入行也从标准输入读取",
    expected: "--token-file、KUGOU_ACCESS_TOKEN，或从文件读取输入行",
  },
  noIndex: {
    reason: "未设置 JOB_COMPLETION_INDEX",
    expected: "在 Indexed Job 之外请使用 --shard I/N",
    example: "--shard 0/4",
  },
  notAShard: (text) => ({
    reason: `当前值为 ${text}`,
    expected: "I/N，I 从 0 到 N-1",
    example: "0/4",
  }),
  noToken: {
    reason: "缺失",
    expected:
      "行内的 accessToken，或通过 --token-file、KUGOU_ACCESS_TOKEN 为所有行提供",
  },
  changed: (line) => ({
    reason: `第 ${line} 行已不是当时查询的内容，输入已被修改`,
    expected: "各行内容与位置均未变的输入，或改用其他 --out FILE",
  }),
  arrayNotJson: {
    reason: "开头像 JSON 数组，但不是有效的 JSON",
    expected: "由请求组成的 JSON 数组，或每行一个请求",
    example: '[{"deviceId":"LAEG4YJE1A/dev01"}]',
  },
  arrayTooLong: {
    reason: "JSON 数组超过 64 MiB，无法逐行读取",
    expected: "每行一个请求",
    example: '{"deviceId":"LAEG4YJE1A/dev01"}',
  },
  headerWrong: (reason, columns) => ({
    reason: `CSV 表头有误：${reason}`,
    expected:
      `含 deviceId 列（或用 --column NAME 指定），可另有其他列（${columns} 有特定含义）；或每行一个设备 ID`,
  }),
  header: {
    secretColumn: (number, name) =>
      `${
        called(number, name)
      }可能含有密钥，会被写入输出：若是访问令牌，请用 --token-column NAME 指明，否则请删除`,
    twice: (number, name) => `${called(number, name)}出现了两次`,
    noId: (name) => `缺少 ${name}`,
  },
  line: {
    notJson: { reason: "不是 JSON", ...REQUEST },
    notAnObject: { reason: "不是 JSON 对象", ...REQUEST },
    secretField: (name) => ({
      reason: name === null
        ? "有字段可能含有密钥，会被写入输出"
        : `字段“${name}”可能含有密钥，会被写入输出`,
      expected: "若是访问令牌，请用 --token-column NAME 指明；否则请删除该字段",
      example: REQUEST.example,
    }),
    tooDeep: { reason: "自带字段嵌套过深", ...REQUEST },
    fieldTwice: (name) => ({ reason: `${name} 出现了两次`, ...REQUEST }),
    tooManyDigits: {
      reason: "params 中的数字会丢失精度",
      expected: "把该数字写成字符串",
      example: '"params":{"id":"9007199254740993"}',
    },
    tooLong: (max) => ({ reason: `超过 ${max} 个字符`, ...REQUEST }),
    nul: {
      reason: "含有 NUL 字符",
      expected: "CSV 等文本，而不是 .xlsx 等表格文件",
      example: REQUEST.example,
    },
    notUtf8: { reason: "不是 UTF-8 编码", ...REQUEST },
    quoteNotClosed: { reason: "引号未闭合", ...QUOTED },
    notCsv: { reason: "不是有效的 CSV 记录", ...QUOTED },
    valueCount: (has, needs) => ({
      reason: `有 ${has} 个值，而表头有 ${needs} 列`,
      expected: "与表头一样多的值",
    }),
  },
  output: {
    full: (bytes) => ({
      reason: `已有 ${bytes} 字节`,
      expected: "新文件或空文件；如需继续写入，请加 --resume",
    }),
    empty: { reason: "文件为空", expected: "之前批量查询的输出" },
    locked: {
      reason: "另一进程正在写入，或它就是输入文件",
      expected: "另一个文件",
    },
    notAFile: {
      reason: "不是普通文件",
      expected: "普通文件；或不使用 --resume",
    },
    gone: {
      reason: "批量查询期间文件被删除或替换",
      expected: "在批量查询结束前保留在原处的文件",
    },
    foreign: (line) => ({
      reason: `第 ${line} 行不是由当前版本的 batch 写入的`,
      expected: "之前批量查询的输出",
    }),
    other: (option, then, now) => ({
      reason: `写入时使用的是 ${option} ${then}`,
      expected: `与当时相同的值，而不是 ${now}；或改用其他文件`,
    }),
  },
};

function called(number: number, name: string | null): string {
  return name === null ? `第 ${number} 列` : `第 ${number} 列“${name}”`;
}

function failures(failed: readonly (readonly [string, number])[]): string {
  if (failed.length === 0) return "";
  const kinds = failed.map(([kind, count]) => `${kind} ${count}`);
  return `，失败：${kinds.join("，")}`;
}

function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} 秒`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return parts([minutes, "分钟"], [whole % 60, "秒"]);
  return parts([Math.floor(minutes / 60), "小时"], [minutes % 60, "分钟"]);
}

function parts(...list: [count: number, unit: string][]): string {
  return list.filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`).join(" ");
}
