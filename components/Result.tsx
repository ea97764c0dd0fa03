import type { LookupView } from "../lib/web/view_types.ts";
import { Answer } from "./Answer.tsx";
import { Empty } from "./Empty.tsx";
import { Failure } from "./Failure.tsx";
import type { Lookup } from "./use_lookup.ts";

interface ResultProps {
  view: LookupView;
  lookup: Lookup;
  /** The id of the form that a retry sends again. */
  form: string;
}

/** What stands beside the form. It keeps its place while nothing is there. */
export function Result({ view, lookup, form }: ResultProps) {
  const { words, tag } = view;
  const { result, phase } = lookup;
  const pending = phase === "pending";
  return (
    <div class="panel result" aria-busy={pending ? "true" : "false"}>
      {pending || result === null
        ? <Empty words={words} phase={phase} />
        : result.kind === "answer"
        ? <Answer answer={result} words={words} tag={tag} />
        : <Failure failure={result} words={words} form={form} />}
    </div>
  );
}
