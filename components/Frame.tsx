import { asset } from "fresh/runtime";
import type { WebWords } from "../lib/i18n/web_words.ts";
import type { Language } from "../lib/i18n/words.ts";
import { linkTo } from "../lib/web/views/links.ts";
import { Link } from "./Link.tsx";

const LANGUAGES = [
  { language: "en", tag: "en", name: "English" },
  { language: "zh", tag: "zh-CN", name: "中文" },
] as const;

interface HeaderProps {
  words: WebWords;
  chosen: Language | null;
  path: string;
  deviceId: string | null;
  filter: Readonly<Record<string, string>>;
}

/** The name of the page, its parts, and the language switch. */
export function Header(
  { words, chosen, path, deviceId, filter }: HeaderProps,
) {
  // Any other path may be anything.
  const here = path === "/errors" ? path : "/";
  const current = (page: string) => page === path ? "page" : "false";
  return (
    <header class="top">
      <a class="skip" href="#content">{words.skip}</a>
      <Link class="brand" href={linkTo("/", chosen)}>
        <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
          <circle cx="16" cy="16" r="16" />
          <path d="M9 13v6m4.7-9v12m4.6-9.5v7M23 13v6" />
        </svg>
        {words.product}
      </Link>
      <nav aria-label={words.product}>
        {[["/", words.lookup], ["/errors", words.errors]].map((
          [page = "", text],
        ) => (
          <Link
            key={page}
            href={linkTo(page, chosen, page === path ? {} : { deviceId })}
            current={current(page)}
          >
            {text}
          </Link>
        ))}
      </nav>
      <nav class="languages" aria-label={words.languageLabel}>
        {LANGUAGES.map(({ language, tag, name }) => (
          <Link
            key={language}
            href={linkTo(here, language, { deviceId, ...filter })}
            lang={tag}
            hreflang={tag}
            current={language === words.language ? "true" : "false"}
          >
            {name}
          </Link>
        ))}
      </nav>
    </header>
  );
}

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
