import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { FormWords } from "../lib/i18n/form_words.ts";
import {
  type FieldName,
  type LookupView,
  type ResultView,
  titleOf,
} from "../lib/web/views/types.ts";
import { linkDevice, rememberDevice } from "./links.ts";
import { readForm, sendForm } from "./send_form.ts";
import { type Recent, useRecent } from "./use_recent.ts";

type Problems = Readonly<Partial<Record<FieldName, string | undefined>>>;

/** The lookup as it goes on in the browser. */
export interface Lookup {
  readonly form: RefObject<HTMLFormElement>;
  readonly phase: "idle" | "pending" | "cancelled";
  readonly result: ResultView | null;
  /** What is wrong with each field. */
  readonly problems: Problems;
  /** Is said to those who do not see what changes. */
  readonly status: string;
  /** Takes a problem back, as soon as its field is edited. */
  readonly edit: (event: Event) => void;
  /** Checks the device id when its field is left. */
  readonly leave: () => void;
  readonly cancel: () => void;
  readonly recent: Recent;
  /** Takes a device id that is offered. */
  readonly pick: (deviceId: string) => void;
}

/** Sends each form of the page without leaving it, and shows what comes back. */
export function useLookup(view: LookupView, words: FormWords): Lookup {
  const form = useRef<HTMLFormElement>(null);
  const recent = useRecent();
  const running = useRef<{ body: string; abort: AbortController }>();
  const takesFocus = useRef(false);
  /** The device that the links of the page lead to. */
  const linked = useRef(view.deviceId);
  const [phase, setPhase] = useState<Lookup["phase"]>("idle");
  const [result, setResult] = useState(view.result);
  const [problems, setProblems] = useState(problemsOf(view.result));

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const own = form.current!;
    const target = event.target as HTMLFormElement;
    const body = readForm(target, event.submitter);
    // Enter was pressed once more.
    if (running.current?.body === String(body)) return;
    running.current?.abort.abort();
    const { abort } = running.current = {
      body: String(body),
      abort: new AbortController(),
    };
    const sent = valuesOf(own);
    const focused = leaveResult(own);
    setPhase("pending");
    try {
      const { deviceId, result } = await sendForm(
        target.action,
        body,
        abort.signal,
        words,
      );
      abort.signal.throwIfAborted();
      running.current = undefined;
      // What was typed meanwhile belongs to the next lookup.
      const now = valuesOf(own);
      const isAsSent = (name: string) => now[name] === sent[name];
      takesFocus.current = document.activeElement === focused &&
        Object.keys(sent).every(isAsSent);
      if (deviceId !== undefined) {
        if (isAsSent("deviceId")) fill(own, "deviceId", deviceId);
        rememberDevice(linked.current = deviceId);
      }
      if (result.kind === "answer") {
        if (isAsSent("accessToken")) forgetToken(own);
        if (result.deviceId) recent.add(result.deviceId);
      }
      document.title = `${titleOf(result)} · ${words.product}`;
      setProblems(problemsOf(result, isAsSent));
      setResult(result);
      setPhase("idle");
    } catch (error) {
      // Whatever aborted it has set what is shown.
      if (!abort.signal.aborted) throw error;
    }
  };

  useEffect(() => {
    // The way back in history must not find the token in the field.
    const forget = () => forgetToken(form.current!);
    addEventListener("pagehide", forget);
    // Samples have a form of their own.
    addEventListener("submit", submit);
    return () => {
      removeEventListener("pagehide", forget);
      removeEventListener("submit", submit);
    };
  }, []);
  useEffect(() => {
    if (takesFocus.current) focusOn(result);
    takesFocus.current = false;
  }, [result]);

  return {
    form,
    recent,
    phase,
    result,
    problems,
    status: phase === "pending"
      ? words.pending
      : phase === "cancelled"
      ? words.cancelled
      : result === view.result || result === null
      ? ""
      : titleOf(result),
    edit: ({ target }) => {
      const { name } = target as HTMLInputElement;
      setProblems({ ...problems, [name]: undefined });
    },
    leave: () => {
      const { validity: { patternMismatch }, value } = field(
        form.current!,
        "deviceId",
      );
      // Until it is looked up it may be a token, which belongs in no link.
      if (value !== linked.current) linkDevice(linked.current = "");
      if (!patternMismatch || problems.deviceId) return;
      setProblems({ ...problems, deviceId: words.deviceIdShape });
    },
    pick: (deviceId) => {
      fill(form.current!, "deviceId", deviceId);
      setProblems({ ...problems, deviceId: undefined });
      field(form.current!, "accessToken").focus();
    },
    cancel: () => {
      running.current?.abort.abort();
      running.current = undefined;
      setResult(null);
      setPhase("cancelled");
      submitButton(form.current!).focus();
    },
  };
}

function problemsOf(
  result: ResultView | null,
  isShown: (name: FieldName) => boolean = () => true,
): Problems {
  const problems = result?.kind === "failure" ? result.problems : [];
  return Object.fromEntries(
    problems.filter(({ field }) => isShown(field))
      .map(({ field, text }) => [field, text]),
  );
}

/** What has the focus; not a button of the result, which is about to go. */
function leaveResult(form: HTMLFormElement): Element | null {
  if (document.activeElement?.closest(".result")) {
    submitButton(form).focus({ preventScroll: true });
  }
  return document.activeElement;
}

/** Leads those who do not see the answer come to it, or to the first error. */
function focusOn(result: ResultView | null): void {
  const problem = result?.kind === "failure" ? result.problems[0] : undefined;
  document.getElementById(problem?.field ?? "result")?.focus();
}

function submitButton(form: HTMLFormElement): HTMLElement {
  return form.querySelector<HTMLElement>("[type=submit]")!;
}

function valuesOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(readForm(form, null));
}

function forgetToken(form: HTMLFormElement): void {
  fill(form, "accessToken", "");
}

function fill(form: HTMLFormElement, name: FieldName, value: string): void {
  field(form, name).value = value;
}

function field(form: HTMLFormElement, name: FieldName): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}
