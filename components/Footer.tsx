import { asset } from "fresh/runtime";
import type { Language, WebWords } from "../lib/i18n/web.ts";
import { linkTo } from "../lib/web/links.ts";

interface FooterProps {
  words: WebWords;
  chosen: Language | null;
}

/** What becomes of the token, and where to read on. */
export function Footer({ words, chosen }: FooterProps) {
  return (
    <footer class="bottom">
      <p>{words.footer}</p>
      <nav aria-label={words.errors}>
        <a href={linkTo("/errors", chosen)}>{words.errors}</a>
        <a href={asset("/openapi.json")}>{words.api}</a>
      </nav>
    </footer>
  );
}
