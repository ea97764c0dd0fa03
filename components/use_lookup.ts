import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { deviceIdProblem } from "../lib/web/device_id_problem.ts";
import { sendForm } from "../lib/web/send_form.ts";
import type {
  LookupView,
  ProblemView,
  ResultView,
} from "../lib/web/view_types.ts";

/** The lookup as it goes on in the browser. */
export interface Lookup {
  readonly form: RefObject<HTMLFormElement>;
  readonly phase: "idle" | "pending" | "cancelled";
  readonly result: ResultView | null;
  /** What is wrong with a field, by its name. */
  readonly problems: Readonly<Record<string, string>>;
  /** Checks the device id, as soon as it has been left once. */
  readonly check: (event: Event) => void;
  readonly submit: (event: SubmitEvent) => void;
  readonly cancel: () => void;
}

/** Sends the form without leaving the page, and shows what comes back. */
export function useLookup(view: LookupView): Lookup {
  const { words, language } = view;
  const form = useRef<HTMLFormElement>(null);
  const running = useRef<AbortController | null>(null);
  const [phase, setPhase] = useState<Lookup["phase"]>("idle");
  const [result, setResult] = useState(view.result);
  const [problems, setProblems] = useState(problemsOf(view.result));

  useEffect(() => {
    // The way back in history must not find the token in the field.
    const forget = () => forgetToken(form.current);
    addEventListener("pagehide", forget);
    return () => removeEventListener("pagehide", forget);
  }, []);
  useEffect(() => {
    if (result !== view.result) focusOn(result);
  }, [result]);

  const check = ({ type, currentTarget }: Event) => {
    const { value } = currentTarget as HTMLInputElement;
    // While it is typed for the first time, it is not wrong but unfinished.
    if (type === "input" && problems.deviceId === undefined) return;
    const problem = value === "" ? "" : deviceIdProblem(value, words, language);
    setProblems({ ...problems, deviceId: problem ?? "" });
  };

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const target = form.current!;
    running.current?.abort();
    running.current = new AbortController();
    const { signal } = running.current;
    setPhase("pending");
    try {
      const answer = await sendForm(target, event.submitter, signal, words);
      setProblems(problemsOf(answer.result));
      if (answer.deviceId) fill(target, "deviceId", answer.deviceId);
      if (answer.result.kind === "answer") forgetToken(target);
      setResult(answer.result);
      setPhase("idle");
    } catch (error) {
      // Whoever aborted it has set what is shown.
      if (!signal.aborted) throw error;
    }
  };

  const cancel = () => {
    running.current?.abort();
    setResult(null);
    setPhase("cancelled");
    form.current?.querySelector<HTMLElement>("[type=submit]")?.focus();
  };

  return { form, phase, result, problems, check, submit, cancel };
}

function problemsOf(result: ResultView | null): Record<string, string> {
  const problems: readonly ProblemView[] = result?.kind === "failure"
    ? result.problems
    : [];
  return Object.fromEntries(problems.map(({ field, text }) => [field, text]));
}

/** Whoever does not see the answer come is led to it, or to the first error. */
function focusOn(result: ResultView | null): void {
  const problem = result?.kind === "failure" ? result.problems[0] : undefined;
  document.getElementById(problem?.field ?? "result")?.focus();
}

function forgetToken(form: HTMLFormElement | null): void {
  fill(form, "accessToken", "");
}

function fill(form: HTMLFormElement | null, name: string, value: string): void {
  const field = form?.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}
