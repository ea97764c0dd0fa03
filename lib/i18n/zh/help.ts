import type { help as en } from "../en/help.ts";

/** 仅 batch 命令的选项。 */
const batchOptions = {
  "format": "输入格式；默认按文件名或首字节判断",
  "column": "设备 ID 所在的列；默认 deviceId",
  "token-column": "访问令牌所在的列",
  "out": "写入文件",
  "resume": "续写 --out 的文件；文件不存在则新建",
  "retry-failed": "重新查询某个输出文件中失败的行",
  "concurrency": "同时进行的查询数，1 到 1000",
  "rate": "每秒最多开始多少次查询",
  "ordered": "按输入行的顺序输出",
  "limit": "最多处理多少行",
  "fail-fast": "有一行失败后不再读取新行",
  "keep-going": "令牌连续 20 次被拒绝后仍继续使用",
  "max-outage": "接口无法访问时最多等待多久，0 为立即失败",
  "shard": "只处理行号对 N 取模为 I 的行",
  "shards": "同 --shard，I 取自 JOB_COMPLETION_INDEX",
  "summary": "将汇总以 JSON 写入文件",
  "quiet": "不显示进度与汇总",
};

/** batch 命令的说明。 */
const batchHelp = {
  summary: "批量查询，文件中每行一个设备",
  details:
    `FILE 可以是表头含 deviceId 列的 CSV、每行形如 {"deviceId": "LAEG4YJE1A/dev01"}
的 NDJSON、由这种对象组成的 JSON 数组，或每行一个设备 ID 的列表；也可以另有
accessToken、params、requestId。省略 FILE 或写作 - 时从标准输入读取。
其他列原样写入输出的 {"columns": {"shop": "...", ...}}；列名含 token、secret、
password 的拒绝处理。

未自带令牌的行使用 --token-file、--token-stdin 或 KUGOU_ACCESS_TOKEN 的令牌。

每个非空行输出一行 JSON，写到标准输出或 --out：内容同 user-info --json，另加行号，
如 {"line": 1, "hash": ..., "ok": true, ...}。有误的行输出错误，其余各行照常处理。
--out 须为新文件或空文件，或用 --resume 续写；其首行注明所属的输入，可用
jq 'select(.line)' 略去。

接口无法访问时会等待，恢复后重新查询未得到应答的行。同一令牌连续 20 次被拒绝后
不再使用，其余各行跳过，可用 --retry-failed 补查；在此之前会重新读取 --token-file，
其中可能已是新令牌。

按 Ctrl-C 会等待进行中的查询完成，最多 10 秒，并提示如何继续；再按一次立即退出。
读取 FILE 需要 --allow-read=FILE；--out OUT 需要 --allow-write=OUT，加 --resume 时还需要
--allow-read=OUT；--retry-failed OUT 对 OUT 与 OUT.retry 两者都需要。`,
  examples: [
    {
      command: "kugou-iot batch devices.csv --dry-run",
      does: "先检查各行，不发送",
    },
    {
      command: "kugou-iot batch devices.csv --out answers.ndjson",
      does: "查询文件中的全部设备",
    },
    {
      command: "kugou-iot batch devices.csv --out answers.ndjson --resume",
      does: "停止、崩溃或追加新行之后继续",
    },
    {
      command: "kugou-iot batch devices.csv --retry-failed answers.ndjson",
      does: "重新查询失败的行",
    },
    {
      command:
        "kugou-iot batch < devices.ndjson | jq -r 'select(.ok and .user.isVip) | .deviceId'",
      does: "哪些设备属于 VIP 用户？",
    },
    {
      command: "kugou-iot batch devices.csv --shard 0/4 --out 0.ndjson",
      does: "四份中的第一份，供四台机器分担",
    },
  ],
};

/** 帮助内容。 */
export const help: typeof en = {
  tagline: "这台设备绑定的酷狗用户是谁？会员是否仍然有效？",
  heading: {
    usage: "用法",
    commands: "命令",
    options: "选项",
    environment: "环境变量",
    exitCodes: "退出码",
    examples: "示例",
  },
  placeholder: { command: "COMMAND", options: "[OPTIONS]" },
  byDefault: (value) => `（默认 ${value}）`,
  more: (command) => `${command} 可查看某个命令的详细说明。`,
  option: {
    "params": "请求的 KugouParams",
    "request-id": "请求的 RequestId；默认自动生成",
    "json": "以 JSON 输出，供程序使用",
    "raw": "以 JSON 输出服务端返回的 Data",
    "token-file": "从文件读取访问令牌",
    "token-stdin": "从标准输入读取访问令牌",
    "endpoint": "改用其他接口地址",
    "sandbox": "查询本进程内的沙箱；无需令牌",
    "timeout": "单次尝试的时限",
    "total-timeout": "全部尝试的总时限",
    "retries": "失败后的重试次数，0 到 100",
    "dry-run": "只检查，不发送",
    "verbose": "在标准错误中输出每次尝试的情况",
    ...batchOptions,
    "to": "报告的格式",
    "within": "列出多少天内到期的会员；默认 90 天，csv 默认全部设备",
    "at": "以哪个时刻为准；默认现在",
    "port": "监听端口，0 表示任选空闲端口",
    "envelope": "响应的封装格式",
    "latency": "每次响应前的延迟",
    "faults": "随机故障及其占比，如 503:0.1,reset:0.05",
    "lang": "界面语言",
    "help": "显示本帮助",
    "version": "显示版本",
  },
  command: {
    "user-info": {
      summary: "查询设备绑定的酷狗用户",
      details: `DEVICE_ID 为产品 ID 与设备名称，以斜杠连接。

已登录用户的访问令牌取自以下来源中最先找到的一个：--token-stdin、--token-file、
KUGOU_ACCESS_TOKEN、终端提问。令牌不能写在命令行中，否则本机任何人都能看到。

DURATION 为数字加单位：500ms、10s、2m。

--json 成功时输出 {ok: true, deviceId, user, data, requestId, serverRequestId,
attempts, durationMs}，失败时输出 {ok: false, deviceId, error, requestId,
requestIds, serverRequestId, attempts}。`,
      examples: [
        {
          command: "kugou-iot user-info LAEG4YJE1A/dev01 --sandbox",
          does: "没有账号也能试用",
        },
        {
          command:
            "kugou-iot user-info LAEG4YJE1A/dev01 --token-file token.txt",
          does: "查询用户；还需要权限 --allow-read=token.txt",
        },
        {
          command:
            "kugou-iot user-info LAEG4YJE1A/dev01 --json | jq .user.isVip",
          does: "只取一项结果，令牌在 KUGOU_ACCESS_TOKEN 中",
        },
        {
          command: "kugou-iot user-info LAEG4YJE1A/dev01 --dry-run",
          does: "查看将要发送的内容",
        },
      ],
    },
    "batch": batchHelp,
    "report": {
      summary: "离线汇总批量查询的输出",
      details:
        `FILE 为批量查询的输出，可给出各个分片的文件。省略 FILE 或写作 - 时从标准输入读取。

text 供终端查看，json 供程序读取。csv 每台设备一行，输入中的列在最前，可用 Excel
打开。html 为单个文件，便于转发，不加载任何外部内容。

--out 须为新文件或空文件，以免误写覆盖查询结果。读取 FILE 需要
--allow-read=FILE；--out OUT 需要 --allow-write=OUT。`,
      examples: [
        {
          command: "kugou-iot report answers.ndjson",
          does: "有多少会员有效，哪些即将到期？",
        },
        {
          command: "kugou-iot report [0-9]*.ndjson --to html --out fleet.html",
          does: "汇总所有分片，生成可转发的网页",
        },
        {
          command: "kugou-iot report answers.ndjson --to csv --within 30",
          does: "30 天内到期的会员列表",
        },
      ],
    },
    "explain": {
      summary: "解释错误码（离线）",
      details: `不带 CODE 时列出全部已收录的错误码。未收录的错误码按其前缀解释：
LimitExceeded.Anything 属于 LimitExceeded。`,
      examples: [
        { command: "kugou-iot explain", does: "列出全部错误码" },
        {
          command: "kugou-iot explain ResourceNotFound.DeviceNotExist",
          does: "说明错误码的含义与处理办法",
        },
        {
          command: "kugou-iot explain 200003 --json",
          does: "同上，供程序使用",
        },
      ],
    },
    "sandbox": {
      summary: "在本机运行模拟接口（沙箱）",
      details:
        `沙箱监听 127.0.0.1，直到按下 Ctrl-C；返回示例用户，并输出每个请求。
设备 SANDBOXERR/<错误码> 返回该错误码，SANDBOXFLT/<故障名> 产生以下故障：`,
      examples: [
        { command: "kugou-iot sandbox", does: "启动沙箱" },
        {
          command: "kugou-iot sandbox --port 0 --envelope gateway",
          does: "使用任意空闲端口与腾讯 SDK 所读取的封装格式",
        },
        {
          command: "kugou-iot sandbox --latency 200ms --faults 503:0.1",
          does: "响应缓慢，且十分之一为 HTTP 503",
        },
      ],
    },
    "help": {
      summary: "显示本帮助，或某个命令的帮助",
      details: "",
      examples: [
        { command: "kugou-iot help user-info", does: "某个命令的帮助" },
      ],
    },
    "completions": {
      summary: "输出 Shell 的自动补全脚本",
      details: "",
      examples: [
        {
          command: 'eval "$(kugou-iot completions bash)"',
          does: "写入 ~/.bashrc",
        },
        {
          command: 'kugou-iot completions zsh > "${fpath[1]}/_kugou-iot"',
          does: "zsh，执行一次",
        },
        {
          command:
            "kugou-iot completions fish > ~/.config/fish/completions/kugou-iot.fish",
          does: "fish，执行一次",
        },
      ],
    },
  },
  examples: [
    {
      command: "kugou-iot user-info LAEG4YJE1A/dev01 --sandbox",
      does: "没有账号也能试用",
    },
    {
      command: "kugou-iot user-info LAEG4YJE1A/dev01",
      does: "查询用户；会询问令牌",
    },
    { command: "kugou-iot explain 200003", does: "这个错误码是什么意思？" },
  ],
  variable: {
    "KUGOU_ACCESS_TOKEN": "已登录用户的访问令牌",
    "KUGOU_ENDPOINT": "其他接口地址，同 --endpoint",
    "KUGOU_LANG": "界面语言，同 --lang",
    "JOB_COMPLETION_INDEX": "本分片的序号，供 --shards 使用",
    "NO_COLOR": "设置后不使用颜色",
    "FORCE_COLOR": "设置后即使不是终端也使用颜色",
    "TERM": "值为 dumb 时不使用颜色与光标控制",
  },
  exit: {
    found: "成功",
    bug: "程序内部错误",
    input: "命令行、输入或参数有误",
    auth: "鉴权失败：访问令牌或应用权限有误",
    notFound: "设备、产品、应用或错误码不存在",
    unsupported: "存在，但不支持此操作",
    limit: "请求过多，或额度已用完",
    network: "网络故障或超时",
    server: "服务端故障，或响应并非来自该接口",
    permission: "Deno 缺少权限",
    someFailed: "批量查询中有行失败",
    interrupted: "被 Ctrl-C 中断",
  },
};
