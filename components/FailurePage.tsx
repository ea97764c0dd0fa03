import type { FormWords } from "../lib/i18n/web.ts";
import type { FailureView } from "../lib/web/view_types.ts";
import { Failure } from "./Failure.tsx";
import { Link } from "./Link.tsx";

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
