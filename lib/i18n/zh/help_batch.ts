/**
 * Words of the help for `batch`, in Chinese.
 *
 * @module
 */

import type {
  command as englishCommand,
  options as englishOptions,
} from "../en/help_batch.ts";

/** What the options that only `batch` has do. */
export const options: typeof englishOptions = {
  "format": "输入格式；默认按文件名或首字节判断",
  "out": "写入文件，须为新文件或空文件",
  "resume": "续写 --out 的文件；文件不存在则新建",
  "retry-failed": "重新查询某个输出文件中失败的行",
  "concurrency": "同时进行的查询数，1 到 1000",
  "rate": "每秒最多开始多少次查询",
  "ordered": "按输入行的顺序输出",
  "fail-fast": "有一行失败后不再读取新行",
  "shard": "只处理行号除以 N 余 I 的行",
  "shards": "同 --shard，I 取自 JOB_COMPLETION_INDEX",
  "quiet": "不显示进度与汇总",
};

/** What `batch` does. */
export const command: typeof englishCommand = {
  summary: "批量查询，文件中每行一个设备",
  details:
    `FILE 可以是 NDJSON，每行形如 {"deviceId": "LAEG4YJE1A/dev01"}；也可以是 CSV，
表头须有 deviceId 列；二者均可另有 accessToken、params、requestId。省略 FILE 或
写作 - 时从标准输入读取。

未自带令牌的行使用 --token-file、--token-stdin 或 KUGOU_ACCESS_TOKEN 的令牌。

每个非空行输出一行 JSON，写到标准输出或 --out：内容同 user-info --json，另加行号，
如 {"line": 1, "ok": true, ...}。有误的行输出错误，其余各行照常处理。--out 文件的
首行注明所属的输入，可用 jq 'select(.line)' 略去。

按 Ctrl-C 会等待进行中的查询完成，并提示如何继续；再按一次立即退出。读取 FILE 需要
--allow-read=FILE；--out OUT 需要 --allow-write=OUT，加 --resume 时还需要
--allow-read=OUT；--retry-failed OUT 对 OUT 与 OUT.retry 两者都需要。`,
  examples: [
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
