import type { WebWords } from "../../i18n/web_words.ts";
import type { AnswerView, FactView, FailureView } from "./types.ts";

type Answer = Omit<AnswerView, "ticket">;
type Failure = Omit<FailureView, "ticket">;

/** Writes a result as plain text, to be pasted into a ticket. */
export function ticketText(
  result: Answer | Failure,
  { call: { label } }: WebWords,
): string {
  // Of what was not sent there is nothing to tell.
  if (result.facts.length === 0) return "";
  const lines = result.kind === "answer"
    ? linesOfAnswer(result)
    : linesOfFailure(result);
  return [...lines, ...result.facts]
    .map((line) => typeof line === "string" ? line : label(line))
    .join("\n");
}

/** A label and a value, or what needs no label. */
type Line = string | FactView;

function linesOfAnswer(
  { memberships, notes, profile, verdict }: Answer,
): Line[] {
  const { id, nickname, noId } = profile;
  return [
    verdict.text,
    ...memberships.map(({ end, name, raw, stateText, summary }) => ({
      label: name,
      value: [
        stateText,
        summary + (raw ?? ""),
        ...end ? [`${end.china.value} (${end.china.label})`] : [],
      ].join(" · "),
    })),
    ...notes,
    nickname,
    id ?? noId,
  ];
}

function linesOfFailure(
  { code, hint, meaning, retryText, server, title, todo }: Failure,
): Line[] {
  return [
    title,
    ...code ? [code] : [],
    ...meaning ? [meaning] : [],
    ...server ? [server] : [],
    { label: todo, value: hint },
    ...retryText ? [retryText] : [],
  ];
}
