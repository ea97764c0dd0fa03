/**
 * Words about error codes, in English.
 *
 * @module
 */

import type { ExplainWords } from "../words_explain.ts";

/** The words. */
export const words: ExplainWords = {
  label: {
    code: "Code",
    class: "Class",
    meaning: "Meaning",
    next: "Next",
    retry: "Again?",
    source: "Source",
    exitCode: "Exit code",
    basedOn: "Known as",
    suggestion: "Did you mean",
  },
  source: {
    page: "Tencent Cloud, document 1081/60575",
    tme: "Tencent's music service, documents 1081/68800",
    sibling: "Other pages of the same endpoint",
  },
  class: {
    "input": "input",
    "auth": "authorization",
    "not-found": "not found",
    "unsupported": "unsupported",
    "limit": "limit",
    "server": "server",
    "unknown": "unknown",
  },
  retry: {
    "yes": "yes, it may succeed in a moment",
    "no": "no, the same lookup fails again",
    "fresh-token": "only with a fresh access token",
  },
  basedOn: (prefix) => `${prefix}, its longest documented beginning`,
  more: (command) => `${command} says what to do about one of them.`,
};
