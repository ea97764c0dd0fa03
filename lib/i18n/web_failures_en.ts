/**
 * What the page says about failures, in English.
 *
 * @module
 */

import type { Advice, FailureWords, HttpFailure } from "./web.ts";

/** The words around a failed lookup. */
export const FAILURE_EN: FailureWords = {
  inputTitle: "Nothing was sent",
  inputHint: "Mend what is marked in the form, then look up again.",
  whatToDo: "What to do",
  code: "Code",
  serverSays: "The server says",
  reference: "About this code",
  retryHelps: "A retry may help.",
  retryAfter: (seconds) => `A retry may help after ${seconds} seconds.`,
  retryWithToken: "A retry helps only with a fresh access token.",
  retryUseless: "A retry of the same lookup does not help.",
  classes: {
    input: "The request is not right",
    auth: "Not allowed",
    "not-found": "Not found",
    unsupported: "Not possible with this device",
    limit: "A limit is reached",
    server: "The service is in trouble",
    unknown: "An undocumented error",
  },
  kinds: {
    input: {
      title: "Nothing was sent",
      meaning: "A field of the request can never be right.",
      hint: "Mend the field that is named, then look up again.",
    },
    network: {
      title: "The endpoint cannot be reached",
      meaning: "The connection to Tencent Cloud failed or broke.",
      hint: "Try again in a moment; if it stays, check this server's network.",
    },
    timeout: {
      title: "The endpoint is too slow",
      meaning: "No whole answer came within the time limit.",
      hint: "Try again in a moment.",
    },
    protocol: {
      title: "An answer that cannot be read",
      meaning:
        "Something answered, but not as the endpoint does: a proxy or a gateway may stand in between.",
      hint:
        "Try again; if it stays, check what stands between here and the endpoint.",
    },
    permission: {
      title: "This server may not use the network",
      meaning: "The page's process was started without a permission.",
      hint: "Tell whoever runs this page to start it with:",
    },
  },
};

/** The page's own refusals. */
export const HTTP_EN: Readonly<Record<HttpFailure, Advice>> = {
  400: {
    title: "The request cannot be read",
    meaning: "The body is not what was announced.",
    hint: "Send JSON, or the form of this page.",
  },
  403: {
    title: "Refused: it came from another site",
    meaning: "A lookup is only taken from this page itself.",
    hint: "Open the lookup page over https and send the form from there.",
  },
  404: {
    title: "Nothing here",
    meaning: "There is no page at this address.",
    hint: "Check the address, or start from the lookup.",
  },
  405: {
    title: "Not possible here",
    meaning: "This address does not take that method.",
    hint: "Start from the lookup.",
  },
  413: {
    title: "Too much at once",
    meaning: "The request is larger than 16 KiB.",
    hint: "Send shorter parameters.",
  },
  415: {
    title: "Not a form",
    meaning: "The body is of a type that is not taken here.",
    hint: "Send the form of this page, or JSON to the API.",
  },
  429: {
    title: "Too many lookups",
    meaning: "This page takes only so many lookups a minute from one address.",
    hint: "Wait a little, then try again.",
  },
  500: {
    title: "Something broke here",
    meaning: "This page has met a bug of its own.",
    hint:
      "Try again; if it stays, give the request id to whoever runs this page.",
  },
};
