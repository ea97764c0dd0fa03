import { asset } from "fresh/runtime";
import type { Language, WebWords } from "../lib/i18n/web.ts";
import { linkTo } from "../lib/web/links.ts";
import { Link } from "./Link.tsx";

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
        <Link href={linkTo("/errors", chosen)}>{words.errors}</Link>
        <Link href={asset("/openapi.json")}>{words.api}</Link>
      </nav>
    </footer>
  );
}
