/**
 * Devices whose texts are hard to show.
 *
 * @module
 */

import { device, userData } from "./device.ts";
import type { SandboxDevice } from "./types.ts";

/** Devices with wide, long or hostile texts. */
export const TEXT_DEVICES: readonly SandboxDevice[] = [
  device(
    "nick-chinese",
    { en: "Nickname of wide characters", zh: "中文昵称" },
    (now) => userData(now, { nick_name: "示例用户：车里听歌" }),
  ),
  device(
    "nick-emoji",
    { en: "Nickname with emoji", zh: "含表情符号的昵称" },
    (now) => userData(now, { nick_name: "Sample 🎧 示例 👩‍🚀🇨🇳" }),
  ),
  device(
    "nick-long",
    { en: "Nickname of 600 characters", zh: "600 个字符的昵称" },
    (now) => userData(now, { nick_name: "Sample示例".repeat(75) }),
  ),
  device(
    "nick-hostile",
    {
      en: "Nickname with HTML, terminal codes and reversed text",
      zh: "昵称含 HTML、终端控制码与反向文字",
    },
    (now) =>
      userData(now, {
        nick_name: "<script>alert(1)</script>\u001b[31m\u0007\r\n\u202eelpmaS",
      }),
  ),
  device(
    "img-javascript",
    { en: "Avatar URL that is a script", zh: "头像地址为脚本" },
    (now) => userData(now, { img: "javascript:alert(document.domain)" }),
  ),
  device(
    "img-http",
    { en: "Avatar over plain http", zh: "头像地址为 http" },
    (now) => userData(now, { img: "http://avatars.example/sample-user.png" }),
  ),
];
