/**
 * Words of the sandbox, in English.
 *
 * @module
 */

import type { SandboxWords } from "../words_sandbox.ts";

/** The words. */
export const words: SandboxWords = {
  title: "The sandbox is running: sample data, on this machine only",
  label: {
    endpoint: "Endpoint",
    token: "Token",
    devices: "Devices",
    errors: "Errors",
    faults: "Faults",
  },
  anyCode: "<code>",
  anyFault: "<fault>",
  errorDevice: "Answers with that error code",
  faultDevice: (help) => `Breaks as ${help} lists`,
  tryCurl: "Try it in another terminal:",
  tryProgram: "Or with this program:",
  waiting: "Requests, until Ctrl-C:",
  data: "data",
  aborted: "client went away",
  token: {
    valid: "token ok",
    unknown: "unknown token",
    missing: "no token",
  },
};
