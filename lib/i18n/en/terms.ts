/** What things are called wherever people meet them. */
export const terms = {
  memberships: { vip: "VIP", car: "In-car VIP", svip: "SVIP" },
};
