import type { FormWords } from "../../i18n/form_words.ts";
import type { AnswerView, FailureView, ResultView } from "./types.ts";

/** Writes a result as plain text, to be pasted into a ticket. */
export function ticketText(
  result: ResultView,
  { colon }: Pick<FormWords, "colon">,
): string {
  const lines = result.kind === "answer"
    ? linesOfAnswer(result)
    : linesOfFailure(result);
  return [...lines, ...result.facts.map(({ label, value }) => [label, value])]
    .map((line) => typeof line === "string" ? line : line.join(colon))
    .join("\n");
}

/** A label and a value, or what needs no label. */
type Line = string | string[];

function linesOfAnswer(
  { memberships, notes, profile, verdict }: AnswerView,
): Line[] {
  const { id, nickname, noId } = profile;
  return [
    verdict.text,
    ...memberships.map(({ end, name, raw, stateText, summary }) => [
      name,
      [
        stateText,
        summary + (raw ?? ""),
        ...end ? [`${end.china.value} (${end.china.label})`] : [],
      ].join(" · "),
    ]),
    ...notes,
    nickname,
    id ? [id.label, id.value] : noId,
  ];
}

function linesOfFailure(
  { code, hint, meaning, retryText, server, title, todo }: FailureView,
): Line[] {
  return [
    title,
    ...code ? [[code.label, code.value]] : [],
    ...meaning ? [meaning] : [],
    ...server ? [[server.label, server.value]] : [],
    [todo, hint],
    ...retryText ? [retryText] : [],
  ];
}
