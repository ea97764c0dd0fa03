import { IS_BROWSER } from "fresh/runtime";
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import type { FormWords } from "../lib/i18n/form_words.ts";
import type { FieldName, LookupView } from "../lib/web/views/types.ts";
import { Icon } from "./Icon.tsx";
import { Recent } from "./Recent.tsx";
import type { Lookup } from "./use_lookup.ts";
import { useMounted } from "./use_mounted.ts";

/** The id of the form, for buttons outside of it. */
export const FORM_ID = "lookup";

interface LookupFormProps {
  view: LookupView;
  words: FormWords;
  lookup: Lookup;
}

/** The form. A browser without JavaScript sends it by itself. */
export function LookupForm({ view, words, lookup }: LookupFormProps) {
  const { problems, phase } = lookup;
  const mounted = useMounted();
  const pending = phase === "pending";
  const failure = view.result?.kind === "failure" ? view.result : null;
  // Of the fields, the first to correct or to fill in.
  const first = view.result === null
    ? view.deviceId === "" ? "deviceId" : "accessToken"
    : failure?.problems[0]?.field;
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
      noValidate={mounted}
      onInput={lookup.edit}
    >
      <h2>{words.heading}</h2>
      {/* Where the page was loaded anew, the answer may be out of sight. */}
      {failure && !first && !mounted && (
        <p class="note">
          {failure.title} <a href="#result">{words.details}</a>
        </p>
      )}
      <Field
        name="deviceId"
        label={words.deviceId}
        hint={words.deviceIdHint}
        problem={problems.deviceId}
      >
        <input
          {...describe("deviceId", problems.deviceId)}
          type="text"
          required
          // Whatever the server takes for a slash.
          pattern=".*\S[\/\\⁄∕⧸／]\S.*"
          title={words.deviceIdShape}
          // In the browser, what was typed before this script ran must stay.
          value={IS_BROWSER ? undefined : view.deviceId}
          autofocus={first === "deviceId"}
          onBlur={lookup.leave}
        />
      </Field>
      <Recent
        recent={lookup.recent}
        words={words}
        onPick={lookup.pick}
      />
      <TokenField
        words={words}
        isNeeded={view.needsToken}
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
          aria-disabled={pending ? "true" : "false"}
        >
          {pending ? words.pending : words.submit}
        </button>
        <button type="button" hidden={!pending} onClick={lookup.cancel}>
          {words.cancel}
        </button>
      </div>
      <p class="unseen" role="status">{lookup.status}</p>
    </form>
  );
}

interface FieldProps {
  name: FieldName;
  label: string;
  hint: string;
  problem: string | undefined;
  /** The control; `describe` says what it must carry. */
  children: ComponentChildren;
}

/** A control with its label, and its hint or what is wrong with it. */
function Field({ name, label, hint, problem, children }: FieldProps) {
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
}

/** The access token. It has no value of its own: nothing ever fills it in. */
function TokenField(
  { words, isNeeded, problem, autofocus }: TokenFieldProps,
) {
  const mounted = useMounted();
  const [shown, setShown] = useState(false);
  return (
    <Field
      name="accessToken"
      label={words.accessToken}
      hint={isNeeded ? words.accessTokenHint : words.demoTokenHint}
      problem={problem}
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
          class={mounted ? "" : "waiting"}
          aria-pressed={shown ? "true" : "false"}
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
