import type * as en from "../en/cli.ts";
import { terms } from "./terms.ts";

/** 查询时除结果外的文字。 */
export const lookup: typeof en.lookup = {
  tokenName: "访问令牌",
  prompt: "访问令牌（输入不显示）：",
  sandbox: (endpoint) => `沙箱 ${endpoint}：示例数据，并非真实用户`,
  sending: (endpoint, timeoutMs, totalTimeoutMs, retries) =>
    `POST ${endpoint}（单次限时 ${timeoutMs} 毫秒，总限时 ${totalTimeoutMs} 毫秒，重试 ${retries} 次）`,
  attempt: (
    { number, status, durationMs, requestId, serverRequestId, retryInMs },
    error,
  ) =>
    [
      `第 ${number} 次：${status === null ? "无响应" : `HTTP ${status}`}${
        error === null ? "" : `，${error}`
      }，用时 ${Math.round(durationMs)} 毫秒`,
      `请求 ID ${requestId}`,
      serverRequestId === null ? "" : `服务端请求 ID ${serverRequestId}`,
      retryInMs === null ? "" : `${Math.round(retryInMs)} 毫秒后重试`,
    ].filter(Boolean).join("，"),
  notSent: "未发送任何请求",
  curl: "等效的 curl 命令（需先设置 KUGOU_ACCESS_TOKEN）：",
};

/** 展示用户的卡片。 */
export const card: typeof en.card = {
  device: "设备",
  nickname: "昵称",
  userId: "用户 ID",
  avatar: "头像",
  vipFlag: "VIP 标志",
  otherFields: "其他字段",
  attempts: "尝试次数",
  notSent: "未返回",
  yes: "是",
  no: "否",
  unit: { day: "天", hour: "小时", minute: "分钟" },
  count: (count, unit) => `${count} ${unit}`,
  left: (distance) => `剩余 ${distance}`,
  ago: (distance) => `${distance}前`,
  until: (time) => `${time} 到期`,
  since: (time) => `${time} 已到期`,
  inChina: (time) => `（北京时间 ${time}）`,
  sentAs: (raw) => `原文 ${raw}`,
};

/** 错误码说明。 */
export const explain: typeof en.explain = {
  label: {
    code: "错误码",
    class: "类别",
    meaning: "含义",
    next: "建议",
    retry: "能否重试",
    source: "出处",
    exitCode: "退出码",
    basedOn: "依据",
    suggestion: terms.didYouMean,
  },
  source: {
    page: "腾讯云文档 1081/60575",
    tme: "腾讯音乐服务文档 1081/68800",
    sibling: "同一接口的其他文档",
  },
  basedOn: (prefix) => `${prefix}（已收录的最长前缀）`,
  more: (command) => `${command} 可查看某个错误码的处理办法。`,
};

/** 沙箱的文字。 */
export const sandbox: typeof en.sandbox = {
  title: "沙箱已启动：示例数据，仅限本机访问",
  endpoint: "接口地址",
  accessToken: "令牌",
  devices: "设备",
  anyCode: "<错误码>",
  anyFault: "<故障名>",
  errorDevice: "返回该错误码",
  faultDevice: (help) => `模拟故障，见 ${help}`,
  tryCurl: "在另一个终端中试用：",
  tryProgram: "或使用本程序：",
  waiting: "收到的请求（按 Ctrl-C 结束）：",
  data: "数据",
  aborted: "客户端已断开",
  token: {
    valid: "令牌正确",
    unknown: "令牌不正确",
    missing: "未带令牌",
  },
};
