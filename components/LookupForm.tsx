import type { ComponentChildren, TargetedKeyboardEvent } from "preact";
import { useRef, useState } from "preact/hooks";
import type { FormWords } from "../lib/i18n/form_words.ts";
import type { FieldName, LookupView } from "../lib/web/views/types.ts";
import { KEEP_ID, rowsFor, submitButton } from "./form_fields.ts";
import { Icon } from "./Icon.tsx";
import { Recent } from "./Recent.tsx";
import type { Lookup } from "./use_lookup.ts";

/** The id of the form, for buttons outside of it. */
export const FORM_ID = "lookup";

interface LookupFormProps {
  view: LookupView;
  words: FormWords;
  lookup: Lookup;
  /** Whether the script runs. */
  live: boolean;
}

/** The form. A browser without JavaScript sends it by itself. */
export function LookupForm({ view, words, lookup, live }: LookupFormProps) {
  const { problems, phase } = lookup;
  const pending = phase === "pending";
  const [row] = view.rows;
  // Of the fields, the first to correct or to fill in.
  const first = row === undefined
    ? view.deviceId === "" ? "deviceId" : "accessToken"
    : Object.keys(problems)[0];
  // It must not fold again while a problem in it is corrected.
  const unfolded = useRef(view.params !== "");
  unfolded.current ||= problems.params !== undefined;
  return (
    <form
      id={FORM_ID}
      class="panel form"
      ref={lookup.form}
      method="post"
      action={view.action}
      noValidate={live}
      onInput={lookup.edit}
    >
      <h2>{words.heading}</h2>
      <Field
        name="deviceId"
        label={words.deviceId}
        hint={words.deviceIdHint}
        problem={problems.deviceId}
      >
        <textarea
          {...describe("deviceId", problems.deviceId)}
          required
          rows={rowsFor(view.deviceId)}
          wrap="off"
          enterkeyhint="go"
          autofocus={first === "deviceId"}
          onKeyDown={sendOnEnter}
          onBlur={lookup.leave}
        >
          {view.deviceId}
        </textarea>
      </Field>
      <Recent
        recent={lookup.recent}
        words={words}
        onPick={lookup.pick}
      />
      <TokenField
        words={words}
        isNeeded={view.needsToken}
        lookup={lookup}
        problem={problems.accessToken}
        autofocus={first === "accessToken"}
      />
      <details open={unfolded.current}>
        <summary>{words.more}</summary>
        <Field
          name="params"
          label={words.params}
          hint={words.paramsHint}
          problem={problems.params}
        >
          <textarea
            {...describe("params", problems.params)}
            rows={3}
            autofocus={first === "params"}
          >
            {view.params}
          </textarea>
        </Field>
      </details>
      <div class="actions">
        <button
          type="submit"
          class="primary"
          aria-disabled={`${pending}`}
        >
          {pending ? words.pending : words.submit}
        </button>
        <button type="button" hidden={!pending} onClick={lookup.cancel}>
          {words.cancel}
        </button>
      </div>
      <p class="hint keys live-only">{words.keys}</p>
      <p class="unseen" role="status">{lookup.status}</p>
    </form>
  );
}

/** Enter looks up, as it does in any other field; with Shift, it begins a line. */
function sendOnEnter(event: TargetedKeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submitButton(event.currentTarget.form!).click();
}

interface FieldProps {
  name: FieldName;
  label: string;
  hint: ComponentChildren;
  problem: string | undefined;
  /** What goes with the field, below it. */
  after?: ComponentChildren;
  /** The control; `describe` says what it must carry. */
  children: ComponentChildren;
}

/** A control with its label, and its hint or what is wrong with it. */
function Field({ name, label, hint, problem, after, children }: FieldProps) {
  return (
    <div class={`field${problem ? " wrong" : ""}`}>
      <label for={name}>{label}</label>
      {children}
      <div class="below">
        <p class="hint" id={`${name}-hint`}>{hint}</p>
        <p class="problem" id={`${name}-problem`} aria-live="polite">
          {problem && (
            <>
              <Icon name="alert" />
              {problem}
            </>
          )}
        </p>
      </div>
      {after}
    </div>
  );
}

/** What a control in a field carries, so that its words are read aloud. */
function describe(name: FieldName, problem: string | undefined) {
  return {
    id: name,
    name,
    autocomplete: "off",
    autocapitalize: "none" as const,
    spellcheck: false,
    "aria-invalid": problem ? ("true" as const) : undefined,
    "aria-describedby": `${name}-problem ${name}-hint`,
  };
}

/** Asks each of the usual password managers to stay away. */
const UNMANAGED = {
  "data-1p-ignore": "",
  "data-bwignore": "",
  "data-form-type": "other",
  "data-lpignore": "true",
  "data-protonpass-ignore": "true",
};

interface TokenFieldProps {
  words: FormWords;
  isNeeded: boolean;
  problem: string | undefined;
  autofocus: boolean;
  lookup: Lookup;
}

/** The access token. It has no value of its own: nothing ever fills it in. */
function TokenField(
  { words, isNeeded, problem, autofocus, lookup }: TokenFieldProps,
) {
  const [shown, setShown] = useState(false);
  return (
    <Field
      name="accessToken"
      label={words.accessToken}
      hint={lookup.keeps
        ? (
          <>
            {words.tokenKept}
            <button
              type="button"
              class="copy"
              onClick={() => lookup.keep(false)}
            >
              {words.forgetToken}
            </button>
          </>
        )
        : isNeeded
        ? words.accessTokenHint
        : words.demoTokenHint}
      problem={problem}
      after={
        <label class="keep live-only">
          <input
            type="checkbox"
            id={KEEP_ID}
            autocomplete="off"
            checked={lookup.keeps}
            // Before the form hears of it, too, and is rendered.
            onInput={(event) => lookup.keep(event.currentTarget.checked)}
          />
          {words.keepToken}
        </label>
      }
    >
      <div class="with-button">
        <input
          {...describe("accessToken", problem)}
          {...UNMANAGED}
          type={shown ? "text" : "password"}
          required={isNeeded}
          autofocus={autofocus}
        />
        <button
          type="button"
          class="live-only"
          aria-pressed={`${shown}`}
          aria-controls="accessToken"
          onClick={() => setShown(!shown)}
        >
          {shown ? words.hide : words.show}
          <span class="unseen">{` ${words.accessToken}`}</span>
        </button>
      </div>
    </Field>
  );
}
