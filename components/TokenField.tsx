import { useState } from "preact/hooks";
import type { LookupView } from "../lib/web/view_types.ts";
import { describe, Field } from "./Field.tsx";
import { useMounted } from "./use_mounted.ts";

/** Asks each of the usual password managers to stay away. */
const UNMANAGED = {
  "data-1p-ignore": "",
  "data-bwignore": "",
  "data-form-type": "other",
  "data-lpignore": "true",
  "data-protonpass-ignore": "true",
};

interface TokenFieldProps {
  view: LookupView;
  problem: string | undefined;
  autofocus: boolean;
}

/** The access token. It has no value of its own: nothing ever fills it in. */
export function TokenField({ view, problem, autofocus }: TokenFieldProps) {
  const { words, demo } = view;
  const mounted = useMounted();
  const [shown, setShown] = useState(false);
  return (
    <Field
      name="accessToken"
      label={words.accessToken}
      hint={demo?.tokenHint ?? words.accessTokenHint}
      problem={problem}
    >
      <div class="with-button">
        <input
          {...describe("accessToken", problem)}
          {...UNMANAGED}
          type={shown ? "text" : "password"}
          required={demo === null}
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
