/**
 * The words of the page in English.
 *
 * @module
 */

import type { WebWords } from "./web.ts";
import { FAILURE_EN, HTTP_EN } from "./web_failures_en.ts";

/** The words of the page in English. */
export const WEB_EN: WebWords = {
  language: "en",
  tag: "en",
  product: "Kugou lookup",
  title: "Who is behind this device?",
  tagline:
    "Paste a device id and an access token: see the Kugou user, and whether the membership is still valid.",
  skip: "Skip to the content",
  lookup: "Look up",
  errors: "Error codes",
  api: "API",
  languageLabel: "Language",
  footer:
    "The access token is sent on once and forgotten: it is not stored, logged or shown again.",
  form: {
    heading: "Look up a user",
    deviceId: "Device id",
    deviceIdHint: "Product id and device name, such as LAEG4YJE1A/dev01",
    accessToken: "Access token",
    accessTokenHint: "The AccessToken of the signed-in user",
    more: "Parameters",
    params: "KugouParams",
    paramsHint: "A JSON object; leave it empty for none",
    submit: "Look up",
    pending: "Looking up…",
    cancel: "Cancel",
    cancelled: "Cancelled: no answer is waited for",
    show: "Show",
    hide: "Hide",
    copy: "Copy",
    copied: "Copied",
    copyFailed: "Not copied",
    emptyTitle: "The answer appears here",
    emptyText:
      "The user, a card for each membership, and all that the server sent.",
    details: "Read what to do",
    retry: "Try again",
    problem: "This cannot be right: {reason}. Expected: {expected}",
    suchAs: ", such as {example}",
    unreachable: {
      title: "No connection to this page's server",
      meaning: "The lookup did not reach the server of this page.",
      hint: "Check your network connection, then try again.",
    },
  },
  demo: {
    title: "Sandbox",
    text:
      "This page talks to a sandbox in its own process. No user here is real, and nothing reaches Tencent Cloud.",
    token: "Sandbox token",
    tokenHint: "Leave it empty to use the sandbox token",
    samples: "Sample devices",
    moreSamples: "More samples",
  },
  answer: {
    noNickname: "No nickname",
    userId: "User id",
    noUserId: "No user id was sent",
    avatarRefused: "Avatar not loaded, its address is not a public https one:",
    memberships: { vip: "VIP", car: "In-car", svip: "Luxury (豪V)" },
    membershipsHeading: "Memberships",
    states: {
      active: "Active",
      expired: "Expired",
      none: "None",
      unknown: "Unknown",
    },
    valid: (names) => `Valid: ${names}`,
    expired: "No membership is valid any more",
    none: "No membership",
    unknown: "Cannot tell whether a membership is valid",
    flagWithoutVip:
      "The server calls the user a VIP (is_vip), but the VIP membership is not active.",
    vipWithoutFlag:
      "The VIP membership is active, but the server does not call the user a VIP (is_vip).",
    chinaTime: "China time",
    daysLeft: (days, formatted) =>
      days === 1 ? "1 day left" : `${formatted} days left`,
    endsSoon: "Less than a day left",
    daysAgo: (days, formatted) =>
      days === 1 ? "Ended 1 day ago" : `Ended ${formatted} days ago`,
    endedToday: "Ended less than a day ago",
    neverBought: "Not a member",
    notSent: "The server sent no end",
    unreadable: "The end cannot be read:",
    call: "This lookup",
    requestId: "Request id",
    serverRequestId: "Server's request id",
    device: "Device id",
    timeTaken: "Time taken",
    milliseconds: (formatted) => `${formatted} ms`,
    attempts: "Attempts",
    otherFields: "Other fields",
    otherFieldsHint: "Sent by the server, but not documented",
    rawData: "Raw data",
  },
  failure: FAILURE_EN,
  http: HTTP_EN,
  home: "Back to the lookup",
  reference: {
    title: "Error codes",
    intro:
      "Every code that the endpoint is known to answer with. A code that is not listed is explained by its longest listed prefix.",
    codes: "Codes of the endpoint",
    local: "Failures without a code",
    localIntro: "When the endpoint gave no answer, or none that can be used.",
    retry: {
      yes: "A retry may help",
      no: "A retry does not help",
      "fresh-token": "Needs a fresh token",
    },
  },
};
