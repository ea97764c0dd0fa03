import { linesOf } from "../lib/web/views/devices.ts";
import type { FieldName } from "../lib/web/views/types.ts";

/** An input has no rows. */
export type Field = HTMLTextAreaElement;

/** The control of the choice to keep the token; it has no name: it is not sent. */
export const KEEP_ID = "keepToken";

export function fieldOf(form: HTMLFormElement, name: FieldName): Field {
  return form.elements.namedItem(name) as Field;
}

export function fill(
  form: HTMLFormElement,
  name: FieldName,
  value: string,
): void {
  const field = fieldOf(form, name);
  field.value = value;
  grow(field);
}

/** Gives the devices a line each, as far as there is room. */
export function grow(field: Field): void {
  if (field.id === "deviceId") field.rows = rowsFor(field.value);
}

export function rowsFor(text: string): number {
  return Math.min(8, text.split("\n").length);
}

/** Whether each line may be a device id; the server judges the rest. */
export function haveSlashes(text: string): boolean {
  // Whatever the server takes for a slash.
  return linesOf(text).every((line) => /^$|\S[/\\⁄∕⧸／]\S/.test(line));
}

export function keepsToken(form: HTMLFormElement): boolean {
  return (form.elements.namedItem(KEEP_ID) as HTMLInputElement).checked;
}

export function forgetToken(form: HTMLFormElement): void {
  fill(form, "accessToken", "");
}

export function submitButton(form: HTMLFormElement): HTMLElement {
  return form.querySelector<HTMLElement>("[type=submit]")!;
}

/** Reads what a form sends; the button that was pressed may have a value. */
export function readForm(
  form: HTMLFormElement,
  submitter: HTMLElement | null = null,
): URLSearchParams {
  const body = new URLSearchParams();
  new FormData(form).forEach((value, name) => body.set(name, `${value}`));
  if (submitter instanceof HTMLButtonElement && submitter.name !== "") {
    body.set(submitter.name, submitter.value);
  }
  return body;
}

export function valuesOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(readForm(form));
}
