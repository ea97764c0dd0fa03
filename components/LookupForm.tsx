import { IS_BROWSER } from "fresh/runtime";
import type { LookupView } from "../lib/web/view_types.ts";
import { describe, Field } from "./Field.tsx";
import { TokenField } from "./TokenField.tsx";
import { useMounted } from "./use_mounted.ts";
import type { Lookup } from "./use_lookup.ts";

/** The id of the form, for buttons outside of it. */
export const FORM_ID = "lookup";

interface LookupFormProps {
  view: LookupView;
  lookup: Lookup;
}

/** The form. A browser without JavaScript sends it by itself. */
export function LookupForm({ view, lookup }: LookupFormProps) {
  const { words, result } = view;
  const { problems, phase, check } = lookup;
  const mounted = useMounted();
  const pending = phase === "pending";
  const failure = result?.kind === "failure" ? result : null;
  return (
    <form
      id={FORM_ID}
      class="panel form"
      ref={lookup.form}
      method="post"
      action={view.action}
      noValidate={mounted}
      onSubmit={lookup.submit}
    >
      <h2>{words.heading}</h2>
      {/* Where the page was loaded anew, the answer may be out of sight. */}
      {failure && !mounted && (
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
          // In the browser, what was typed before this script ran must stay.
          value={IS_BROWSER ? undefined : view.deviceId}
          autofocus={failure?.problems[0]?.field === "deviceId"}
          onInput={check}
          onBlur={check}
        />
      </Field>
      <TokenField
        view={view}
        problem={problems.accessToken}
        autofocus={failure?.problems[0]?.field === "accessToken"}
      />
      <details open={view.params !== "" || !!problems.params}>
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
      <p class="unseen" role="status">
        {pending ? words.pending : phase === "cancelled" && words.cancelled}
      </p>
    </form>
  );
}
