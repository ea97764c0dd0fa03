import type { ComponentChildren } from "preact";
import { Icon } from "./Icon.tsx";

interface FieldProps {
  name: string;
  label: string;
  hint: string;
  problem: string | undefined;
  /** The control; `describe` says what it must carry. */
  children: ComponentChildren;
}

/** A control with its label, its hint, and what is wrong with it. */
export function Field({ name, label, hint, problem, children }: FieldProps) {
  return (
    <div class={`field${problem ? " wrong" : ""}`}>
      <label for={name}>{label}</label>
      {children}
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
  );
}

/** What a control in a field carries, so that its words are read aloud. */
export function describe(name: string, problem: string | undefined) {
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
