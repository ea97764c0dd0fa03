import type { Language } from "../words.ts";
import { form } from "./form.ts";
import { terms } from "./terms.ts";

/** The words of the page that only the server needs. */
export const web = {
  language: "en" as Language,
  /** The value of the attribute `lang`. */
  tag: "en",
  terms,
  product: form.product,
  title: "Who is behind this device?",
  tagline:
    "Paste a device id and an access token to see the Kugou user and which memberships are valid.",
  skip: "Skip to content",
  lookup: "Look up",
  errors: "Error codes",
  api: "API",
  home: "Back to the lookup",
  languageLabel: "Language",
  footer:
    "Your access token is used for your lookups and forgotten: never stored, logged or shown.",
  demo: {
    title: "Sandbox",
    text:
      "Lookups here go to a sandbox inside this page's server. Its users are made up, and nothing reaches Tencent Cloud.",
    token: "Sandbox token:",
    samples: "Sample devices",
    moreSamples: "More samples",
  },
  answer: {
    noNickname: "No nickname",
    userId: "User id",
    noUserId: "The server sent no user id",
    avatarRefused:
      "The avatar is not loaded, as its address is not a public https one:",
    memberships: "Memberships",
    valid: (names: string[]): string => `Valid: ${names.join(", ")}`,
    expired: "All memberships have expired",
    none: "No memberships",
    unknown: "Cannot tell whether a membership is valid",
    flagWithoutVip:
      "The server flags this user as a VIP, but the VIP membership is missing or has expired.",
    vipWithoutFlag:
      "The VIP membership is active, but the server does not flag this user as a VIP.",
    daysLeft: (days: number, formatted: string): string =>
      days === 1 ? "1 day left" : `${formatted} days left`,
    endsSoon: "Less than a day left",
    daysAgo: (days: number, formatted: string): string =>
      days === 1 ? "Ended 1 day ago" : `Ended ${formatted} days ago`,
    endedToday: "Ended less than a day ago",
    neverBought: "Not a member",
    notSent: "The server sent no end date",
    unreadable: "Unreadable end date:",
    call: "This lookup",
    isVip: "VIP flag (is_vip)",
    flag: { yes: "Yes", no: "No", unknown: "Not sent" },
    otherFields: "Other fields",
    otherFieldsHint: "Sent by the server, but not documented",
    rawData: "Raw data",
    cut:
      "There is more than a page can show. The API returns all of it: POST /api/user-info.",
  },
  zones: { china: "China time", utc: "UTC" },
  call: {
    label: ({ label, value }: { label: string; value: string }): string =>
      `${label}: ${value}`,
    device: "Device id",
    time: "Looked up",
    inZone: (moment: string, zone: string): string => `${moment} (${zone})`,
    endpoint: "Endpoint",
    timeTaken: "Time taken",
    attempts: "Attempts",
  },
  failure: {
    inputTitle: "Nothing was sent",
    inputHint: "Fix the highlighted fields, then look up again.",
    /** A field that was left empty. */
    missing: {
      deviceId: "Enter the device id",
      accessToken: "Enter the access token",
      params: "Enter a JSON object",
    },
    problem: (reason: string, expected: string, example: string | null) =>
      `${reason}. Expected ${expected}${
        example === null ? "" : `, such as ${example}`
      }.`,
    whatToDo: "What to do",
    code: "Code",
    class: (name: string): string => `Class: ${name}`,
    serverSays: "Server says",
    received: (status: number, excerpt: string): string =>
      `HTTP ${status} ${excerpt}`.trim(),
    reference: "About this code",
    retry: (helps: string): string => `Retry: ${helps}`,
    retryAfter: (duration: string): string => `Try again in ${duration}.`,
    kinds: {
      input: {
        title: "Nothing was sent",
        meaning: "A field of the request is invalid.",
        hint: "Fix the field, then look up again.",
      },
      network: {
        title: "Cannot reach the endpoint",
        meaning: "The connection to Tencent Cloud failed or broke.",
        hint:
          "Try again in a moment; if it persists, check this server's network.",
      },
      certificate: {
        title: "The endpoint's certificate was refused",
        meaning: "The connection to Tencent Cloud is not secure.",
        hint:
          "Check that nothing intercepts this server's connections, and that its clock is right.",
      },
      timeout: {
        title: "The endpoint took too long",
        meaning: "No complete response arrived in time.",
        hint:
          "Try again in a moment; if it persists, check this server's network.",
      },
      protocol: {
        title: "Unreadable response",
        meaning:
          "Received something other than a response from the endpoint: a proxy or a gateway may have answered.",
        hint:
          "Try again; if it persists, check what stands between this server and the endpoint.",
      },
      permission: {
        title: "This server may not use the network",
        meaning: "Deno did not get the permission.",
        hint: "Ask the operator of this page to start it with",
      },
    },
  },
  /** The page's own refusals, by HTTP status. */
  http: {
    400: {
      title: "Cannot read the request",
      meaning: "The body is not what its content type says.",
      hint: "Send JSON, or use the form of this page.",
    },
    403: {
      title: "Refused: sent from another site",
      meaning: "Lookups are accepted from this page only.",
      hint: "Open the lookup page over https and send the form from there.",
    },
    404: {
      title: "Page not found",
      meaning: "There is no page at this address.",
      hint: "Check the address, or go back to the lookup.",
    },
    405: {
      title: "Method not allowed",
      meaning: "This address does not support that method.",
      hint: "Go back to the lookup.",
    },
    408: {
      title: "Request too slow",
      meaning: "The request did not arrive in time.",
      hint: "Check your network connection, then try again.",
    },
    413: {
      title: "Request too large",
      meaning: "The request is larger than 16 KiB.",
      hint: "Shorten the parameters.",
    },
    415: {
      title: "Unsupported content type",
      meaning: "This address does not take bodies of that type.",
      hint: "Use the form of this page, or send JSON to the API.",
    },
    429: {
      title: "Too many lookups",
      meaning: "This page limits how often each address may look up.",
      hint: "Wait a little, then try again.",
    },
    500: {
      title: "Something went wrong here",
      meaning: "This page has a bug.",
      hint:
        "Try again; if it persists, give the request id to the operator of this page.",
    },
  },
  reference: {
    intro:
      "Every error code that the endpoint is known to return. A code that is not listed means what its longest listed prefix means.",
    text: "A code, or words of what it says",
    class: "Class",
    allClasses: "All classes",
    filter: "Filter",
    all: "Show all",
    found: (count: number): string =>
      count === 1 ? "1 match" : `${count} matches`,
    prefix: (code: string, prefix: string): string =>
      `${code} is not listed. It means what ${prefix}, its longest listed prefix, means.`,
    nothing: "No matches",
    nothingHint:
      "Check the spelling, use fewer words, or choose another class. If the endpoint sent this code, it is not documented: give the code and the request id to Tencent Cloud support.",
    local: "Failures without a code",
    localIntro: "The endpoint did not respond, or its response is unusable.",
  },
};
