import type { terms as en } from "../en/terms.ts";

/** 各处统一使用的名称。 */
export const terms: typeof en = {
  memberships: { vip: "VIP", car: "车载 VIP", svip: "豪V" },
};
