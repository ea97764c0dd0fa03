/**
 * Words of the sandbox, in Chinese.
 *
 * @module
 */

import type { SandboxWords } from "../words_sandbox.ts";

/** The words. */
export const words: SandboxWords = {
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
