import type { FormWords } from "../lib/i18n/web.ts";
import type { FailureView } from "../lib/web/view_types.ts";
import { CopyButton } from "./CopyButton.tsx";
import { Facts } from "./Facts.tsx";
import { Icon } from "./Icon.tsx";

interface FailureProps {
  failure: FailureView;
  words: FormWords;
  /** The id of the form that a retry sends again, if there is one. */
  form?: string;
}

/** What went wrong, what to do, and whether a retry helps. */
export function Failure({ failure, words, form }: FailureProps) {
  const { title, meaning, code, problems, server, link } = failure;
  return (
    <>
      <div class="failure">
        <span class="mark">
          <Icon name="alert" />
        </span>
        <h2 id="result" tabIndex={-1} autofocus={problems.length === 0}>
          {title}
        </h2>
        {meaning && <p>{meaning}</p>}
      </div>
      {code && (
        <p class="code">
          <span class="unseen">{`${code.label}: `}</span>
          <code>{code.value}</code>
          {code.copy && (
            <CopyButton text={code.value} of={code.label} words={words} />
          )}
        </p>
      )}
      {problems.length > 0 && (
        <ul class="problems">
          {problems.map(({ field, label, text }) => (
            <li key={field}>
              <a href={`#${field}`}>{label}</a>: {text}
            </li>
          ))}
        </ul>
      )}
      <section class="todo">
        <h3>{failure.todo}</h3>
        <p>{failure.hint}</p>
        {failure.retryText && <p>{failure.retryText}</p>}
        {failure.mayRetry && form && (
          <button type="submit" class="primary" form={form}>
            {words.retry}
          </button>
        )}
        {link && <a href={link.href}>{link.text}</a>}
      </section>
      {server && (
        <section>
          <h3>{server.label}</h3>
          <p class="quote">
            <code>{server.value}</code>
          </p>
        </section>
      )}
      {failure.facts.length > 0 && (
        <Facts
          facts={failure.facts}
          words={words}
        />
      )}
    </>
  );
}
