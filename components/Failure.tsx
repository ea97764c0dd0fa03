import type { FormWords } from "../lib/i18n/form_words.ts";
import type { FailureView } from "../lib/web/views/types.ts";
import { CopyButton, Facts } from "./Facts.tsx";
import { Icon } from "./Icon.tsx";
import { Link } from "./Link.tsx";
import { Tools } from "./Tools.tsx";

interface FailureProps {
  failure: FailureView;
  words: FormWords;
  /** Where the focus leads, if this is all that there is. */
  id?: string;
  /** The id of the form that a retry sends again, if there is one. */
  form?: string;
  /** Looks this one device of several up again. */
  onRetry?: () => void;
  /** The level of its heading. */
  level?: "h1" | "h2";
}

/** What went wrong, what to do, and whether a retry helps. */
export function Failure(
  { id, failure, words, form, onRetry, level: Heading = "h2" }: FailureProps,
) {
  const { code, link, meaning, problems, server } = failure;
  const Subheading = Heading === "h1" ? "h2" : "h3";
  return (
    <>
      <div class="failure">
        <span class="mark">
          <Icon name="alert" />
        </span>
        <Heading
          id={id}
          tabIndex={-1}
          autofocus={id !== undefined && problems.length === 0}
        >
          {failure.title}
        </Heading>
        {meaning && <p>{meaning}</p>}
        {onRetry && problems.map(({ text }) => <p key={text}>{text}</p>)}
      </div>
      {code && (
        <p class="code">
          <span class="unseen">{`${code.label}: `}</span>
          <code>{code.value}</code>
          {code.copy && <CopyButton {...code} words={words} />}
        </p>
      )}
      {!(onRetry && problems.length > 0) && (
        <section class="todo">
          {failure.todo && <Subheading>{failure.todo}</Subheading>}
          <p>{failure.hint}</p>
          {failure.retryText && <p>{failure.retryText}</p>}
          {failure.mayRetry && (form || onRetry) && (
            <button
              type={form ? "submit" : "button"}
              class={form ? "primary" : "primary live-only"}
              form={form}
              onClick={onRetry}
            >
              {words.retry}
            </button>
          )}
          {link && <Link href={link.href}>{link.text}</Link>}
        </section>
      )}
      {id && <Tools results={[failure]} words={words} />}
      {server && (
        <section>
          <Subheading>{server.label}</Subheading>
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

interface FailurePageProps {
  view: FailureView;
  words: FormWords;
  home: { href: string; text: string };
}

/** A page for what the page itself refuses, or broke at. */
export function FailurePage({ view, words, home }: FailurePageProps) {
  return (
    <div class="panel alone">
      <Failure failure={view} words={words} level="h1" />
      <p>
        <Link href={home.href}>{home.text}</Link>
      </p>
    </div>
  );
}
