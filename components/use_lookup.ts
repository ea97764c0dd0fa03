import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { FormWords } from "../lib/i18n/form_words.ts";
import {
  linesOf,
  MAX_DEVICES,
  textOf,
  titleOf,
} from "../lib/web/views/devices.ts";
import type { FieldName, LookupView, Row } from "../lib/web/views/types.ts";
import {
  type Field,
  fieldOf,
  fill,
  forgetToken,
  grow,
  haveSlashes,
  keepsToken,
  readForm,
  submitButton,
  valuesOf,
} from "./form_fields.ts";
import { linkDevice, rememberDevice } from "./links.ts";
import { lookUpRows } from "./look_up_rows.ts";
import { sendForm } from "./send_form.ts";
import { type Recent, useRecent } from "./use_recent.ts";

type Problems = Readonly<Partial<Record<FieldName, string | undefined>>>;

/** The lookups as they go on in the browser. */
export interface Lookup {
  readonly form: RefObject<HTMLFormElement>;
  readonly phase: "idle" | "pending" | "cancelled";
  readonly rows: readonly Row[];
  /** What is wrong with each field. */
  readonly problems: Problems;
  /** Is said to those who do not see what changes. */
  readonly status: string;
  /** Whether the token stays in its field. */
  readonly keeps: boolean;
  readonly recent: Recent;
  /** Takes a problem back, as soon as its field is edited. */
  readonly edit: (event: Event) => void;
  /** Checks the device ids when their field is left. */
  readonly leave: () => void;
  /** Takes a device id that is offered. */
  readonly pick: (deviceId: string) => void;
  readonly cancel: () => void;
  /** Looks one of several devices up again. */
  readonly retry: (row: Row) => void;
  /** Keeps the token from now on, or forgets it. */
  readonly keep: (on: boolean) => void;
}

/** Sends each form of the page without leaving it, and shows what comes back. */
export function useLookup(view: LookupView, words: FormWords): Lookup {
  const form = useRef<HTMLFormElement>(null);
  const recent = useRecent();
  const running = useRef<{ body: string; abort: AbortController }>();
  const takesFocus = useRef(false);
  /** The devices that the links of the page lead to. */
  const linked = useRef(view.deviceId);
  const [phase, setPhase] = useState<Lookup["phase"]>("idle");
  const [rows, setRows] = useState(view.rows);
  const [problems, setProblems] = useState(problemsOf(view.rows));
  const [keeps, setKeeps] = useState(false);

  const run = async (action: string, body: URLSearchParams, asked: Row[]) => {
    running.current?.abort.abort();
    const abort = new AbortController();
    const { signal } = abort;
    running.current = { body: String(body), abort };
    const own = form.current!;
    const sent = valuesOf(own);
    const focused = leaveResult(own);
    setRows(asked);
    setPhase("pending");
    try {
      const rows = await lookUpRows(
        asked,
        (deviceId) => sendForm(action, body, deviceId, signal, words),
        (rows) => signal.aborted || setRows(rows),
      );
      signal.throwIfAborted();
      running.current = undefined;
      // What was typed meanwhile belongs to the next lookup.
      const now = valuesOf(own);
      const isAsSent = (name: string) => now[name] === sent[name];
      takesFocus.current = document.activeElement === focused &&
        Object.keys(sent).every(isAsSent);
      const results = rows.flatMap(({ result }) => result ?? []);
      const answers = results.filter(({ kind }) => kind === "answer");
      const isNew = asked.every(({ result }) => result === null);
      if (isNew && isAsSent("deviceId")) {
        fill(own, "deviceId", textOf(rows.map(({ deviceId }) => deviceId)));
      }
      linked.current = textOf(results.map(({ deviceId }) => deviceId));
      rememberDevice(linked.current);
      const all = answers.length === rows.length;
      if (all && !keepsToken(own) && isAsSent("accessToken")) forgetToken(own);
      recent.add(answers.map(({ deviceId }) => deviceId));
      document.title = `${titleOf(rows, words)} · ${words.product}`;
      setProblems(problemsOf(rows, isAsSent));
      setRows(rows);
      setPhase("idle");
    } catch (error) {
      // Whatever aborted it has set what is shown.
      if (!signal.aborted) throw error;
    }
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { action } = event.target as HTMLFormElement;
    const body = readForm(event.target as HTMLFormElement, event.submitter);
    // Enter was pressed once more.
    if (running.current?.body === String(body)) return;
    const typed = body.get("deviceId") ?? "";
    const lines = linesOf(typed);
    // The server says what is wrong with too many.
    const ids = lines.length > MAX_DEVICES ? [typed] : lines;
    run(action, body, ids.map((deviceId) => ({ deviceId, result: null })));
  };

  const forget = () => {
    forgetToken(form.current!);
    setKeeps(false);
  };
  const cancel = () => {
    if (!running.current) return;
    running.current.abort.abort();
    running.current = undefined;
    setRows((rows) => rows.filter(({ result }) => result));
    setPhase("cancelled");
    submitButton(form.current!).focus();
  };

  useEffect(() => {
    const unmount = new AbortController();
    const { signal } = unmount;
    // The way back in history must find no token, under way or in its field.
    addEventListener("pagehide", () => {
      cancel();
      forget();
    }, { signal });
    // Samples have a form of their own.
    addEventListener("submit", submit, { signal });
    addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Escape") cancel();
      if (!beginsLookup(event)) return;
      event.preventDefault();
      fieldOf(form.current!, "deviceId").select();
    }, { signal });
    return () => unmount.abort();
  }, []);
  useEffect(() => {
    if (takesFocus.current) focusOn(problems);
    takesFocus.current = false;
  }, [phase]);

  const status = phase === "pending"
    ? words.pending
    : phase === "cancelled"
    ? words.cancelled
    : rows === view.rows
    ? ""
    : titleOf(rows, words);
  return {
    form,
    recent,
    phase,
    rows,
    problems,
    status,
    keeps,
    edit: ({ target }) => {
      grow(target as Field);
      setProblems({ ...problems, [(target as Field).name]: undefined });
    },
    leave: () => {
      const { value } = fieldOf(form.current!, "deviceId");
      // Until it is looked up it may be a token, which belongs in no link.
      if (value !== linked.current) linkDevice(linked.current = "");
      if (haveSlashes(value) || problems.deviceId) return;
      setProblems({ ...problems, deviceId: words.deviceIdShape });
    },
    pick: (deviceId) => {
      fill(form.current!, "deviceId", deviceId);
      setProblems({ ...problems, deviceId: undefined });
      fieldOf(form.current!, "accessToken").focus();
    },
    cancel,
    retry: (row) => {
      if (running.current) return;
      const asked = rows.map((it) => it === row ? { ...it, result: null } : it);
      run(form.current!.action, readForm(form.current!), asked);
    },
    keep: (on) => on ? setKeeps(true) : forget(),
  };
}

/** What is wrong with each field; of several devices, each row says it. */
function problemsOf(
  rows: readonly Row[],
  isShown: (name: FieldName) => boolean = () => true,
): Problems {
  const [first] = rows;
  const problems = rows.length === 1 && first?.result?.kind === "failure"
    ? first.result.problems
    : [];
  return Object.fromEntries(
    problems.filter(({ field }) => isShown(field))
      .map(({ field, text }) => [field, text]),
  );
}

/** Whether a key is the shortcut, and not a part of what is typed. */
function beginsLookup(
  { altKey, ctrlKey, key, metaKey, target }: KeyboardEvent,
): boolean {
  return key === "/" && !(altKey || ctrlKey || metaKey) &&
    !(target as Element).matches("input:not([type=checkbox]), textarea");
}

/** What has the focus; not a button of the result, which is about to go. */
function leaveResult(form: HTMLFormElement): Element | null {
  if (document.activeElement?.closest(".result")) {
    submitButton(form).focus({ preventScroll: true });
  }
  return document.activeElement;
}

/** Leads those who do not see the answer come to it, or to the first error. */
function focusOn(problems: Problems): void {
  const [field = "result"] = Object.keys(problems);
  document.getElementById(field)?.focus();
}
