import type { web as en } from "../en/web.ts";
import { form } from "./form.ts";
import { terms } from "./terms.ts";

/** 页面中只有服务器需要的用语。 */
export const web: typeof en = {
  language: "zh",
  tag: "zh-CN",
  terms,
  product: form.product,
  title: "这台设备绑定的酷狗用户是谁？",
  tagline: "粘贴设备 ID 与访问令牌，即可查看酷狗用户及其会员是否有效。",
  skip: "跳到正文",
  lookup: "查询",
  errors: "错误码",
  api: "API",
  home: "返回查询页",
  languageLabel: "语言",
  footer: "访问令牌仅用于您的查询，用后即弃：不存储、不记录、不显示。",
  demo: {
    title: "沙箱",
    text:
      "此处的查询由本页面服务器内的沙箱响应：用户均为虚构，不会访问腾讯云。",
    token: "沙箱令牌：",
    samples: "示例设备",
    moreSamples: "更多示例",
  },
  answer: {
    noNickname: "无昵称",
    userId: "用户 ID",
    noUserId: "服务端未返回用户 ID",
    avatarRefused: "未加载头像，其地址不是公网 https 地址：",
    memberships: "会员",
    valid: (names) => `有效：${names.join("、")}`,
    expired: "会员均已过期",
    none: "未开通任何会员",
    unknown: "无法判断会员是否有效",
    flagWithoutVip: "服务端标记该用户为 VIP，但其 VIP 会员未开通或已过期。",
    vipWithoutFlag: "VIP 会员有效，但服务端未将该用户标记为 VIP。",
    daysLeft: (_days, formatted) => `剩余 ${formatted} 天`,
    endsSoon: "剩余不足 1 天",
    daysAgo: (_days, formatted) => `已过期 ${formatted} 天`,
    endedToday: "过期不足 1 天",
    neverBought: "该用户未开通",
    notSent: "服务端未返回到期时间",
    unreadable: "到期时间无法解析：",
    call: "本次查询",
    isVip: "VIP 标记（is_vip）",
    flag: { yes: "是", no: "否", unknown: "未返回" },
    otherFields: "其他字段",
    otherFieldsHint: "由服务端返回，但文档未列出",
    rawData: "原始数据",
    cut:
      "内容过多，页面未全部显示。可通过 API 获取全部数据：POST /api/user-info。",
  },
  zones: { china: "北京时间", utc: "协调世界时" },
  call: {
    label: ({ label, value }) => `${label}：${value}`,
    device: "设备 ID",
    time: "查询时间",
    inZone: (moment, zone) => `${moment}（${zone}）`,
    endpoint: "接口域名",
    timeTaken: "耗时",
    attempts: "请求次数",
  },
  failure: {
    inputTitle: "请求未发送",
    inputHint: "请更正标出的字段，然后重新查询。",
    missing: {
      deviceId: "请输入设备 ID",
      accessToken: "请输入访问令牌",
      params: "请输入 JSON 对象",
    },
    problem: (reason, expected, example) =>
      `${reason}。应为：${expected}${
        example === null ? "" : `，例如 ${example}`
      }。`,
    whatToDo: "处理办法",
    code: "错误码",
    class: (name) => `类别：${name}`,
    serverSays: "服务端消息",
    received: (status, excerpt) => `HTTP ${status} ${excerpt}`.trim(),
    reference: "错误码说明",
    retry: (helps) => `能否重试：${helps}`,
    retryAfter: (duration) => `请在 ${duration}后重试。`,
    kinds: {
      input: {
        title: "请求未发送",
        meaning: "请求中有字段不合法。",
        hint: "请更正该字段，然后重新查询。",
      },
      network: {
        title: "无法连接接口",
        meaning: "与腾讯云的连接失败或中断。",
        hint: "请稍后再试；若持续出现，请检查本服务器的网络。",
      },
      certificate: {
        title: "接口的证书未通过验证",
        meaning: "与腾讯云的连接不安全。",
        hint: "请确认本服务器的连接未被拦截，且系统时间正确。",
      },
      timeout: {
        title: "接口响应超时",
        meaning: "未能在时限内收到完整响应。",
        hint: "请稍后再试；若持续出现，请检查本服务器的网络。",
      },
      protocol: {
        title: "无法解析响应",
        meaning: "收到的内容不是该接口的响应，可能来自代理或网关。",
        hint: "请重试；若持续出现，请检查本服务器与接口之间的代理或网关。",
      },
      permission: {
        title: "本服务器没有网络权限",
        meaning: "Deno 未获得该权限。",
        hint: "请联系本页面的运维人员，在启动时加上",
      },
    },
  },
  http: {
    400: {
      title: "无法解析请求",
      meaning: "请求体与其内容类型不符。",
      hint: "请发送 JSON，或使用本页面的表单。",
    },
    403: {
      title: "已拒绝：请求来自其他网站",
      meaning: "只接受由本页面发出的查询。",
      hint: "请通过 https 打开查询页，并从该页提交表单。",
    },
    404: {
      title: "页面不存在",
      meaning: "该地址没有页面。",
      hint: "请核对地址，或返回查询页。",
    },
    405: {
      title: "不支持该请求方法",
      meaning: "该地址不支持这种请求方法。",
      hint: "请返回查询页。",
    },
    408: {
      title: "请求超时",
      meaning: "未能及时收到完整的请求。",
      hint: "请检查网络连接，然后重试。",
    },
    413: {
      title: "请求过大",
      meaning: "请求超过 16 KiB。",
      hint: "请缩短参数。",
    },
    415: {
      title: "不支持的内容类型",
      meaning: "该地址不接受此类型的请求体。",
      hint: "请使用本页面的表单，或向 API 发送 JSON。",
    },
    429: {
      title: "查询过于频繁",
      meaning: "本页面限制同一地址的查询频率。",
      hint: "请稍后再试。",
    },
    500: {
      title: "程序内部错误",
      meaning: "本页面的程序有缺陷。",
      hint: "请重试；若持续出现，请将请求 ID 提供给本页面的运维人员。",
    },
  },
  reference: {
    intro:
      "接口已知会返回的全部错误码。未列出的错误码，含义同已列出的最长前缀。",
    text: "错误码或说明中的文字",
    class: "分类",
    allClasses: "全部分类",
    filter: "筛选",
    all: "显示全部",
    found: (count) => `找到 ${count} 项`,
    prefix: (code, prefix) =>
      `未列出 ${code}，其含义同已列出的最长前缀 ${prefix}。`,
    nothing: "没有匹配的错误码",
    nothingHint:
      "请检查拼写、减少文字或更换分类。若该错误码由接口返回，则尚未收录：请将错误码与请求 ID 提供给腾讯云技术支持。",
    local: "没有错误码的故障",
    localIntro: "接口未响应，或响应无法使用。",
  },
};
