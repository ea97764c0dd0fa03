import type { form as en } from "../en/form.ts";

/** 查询表单的用语：页面中只有这些需要发送到浏览器。 */
export const form: typeof en = {
  product: "酷狗用户查询",
  heading: "查询用户",
  deviceId: "设备 ID",
  deviceIdHint: "产品 ID/设备名称，例如 LAEG4YJE1A/dev01",
  deviceIdShape: "应为产品 ID 与设备名称，以一个斜杠连接",
  accessToken: "访问令牌",
  accessTokenHint: "已登录用户的 AccessToken",
  demoTokenHint: "留空则使用沙箱令牌",
  more: "参数",
  params: "KugouParams",
  paramsHint: "JSON 对象；没有则留空",
  submit: "查询",
  pending: "查询中…",
  cancel: "取消",
  cancelled: "已取消",
  show: "显示",
  hide: "隐藏",
  copy: "复制",
  copied: "已复制",
  copyFailed: "复制失败",
  emptyTitle: "结果将显示在这里",
  emptyText: "用户信息、各项会员的状态，以及服务端返回的全部数据。",
  details: "查看处理办法",
  retry: "重试",
  unreachable: {
    title: "无法连接本页面的服务器",
    meaning: "查询请求未能送达。",
    hint: "请检查网络连接后重试。",
  },
};
