import type { Language, WebWords } from "../lib/i18n/web.ts";
import { linkTo } from "../lib/web/links.ts";

const LANGUAGES = [
  { language: "en", tag: "en", name: "English" },
  { language: "zh", tag: "zh-CN", name: "中文" },
] as const;

/** The pages that a link may lead back to; any other path may be anything. */
const PAGES = ["/", "/errors"];

interface HeaderProps {
  words: WebWords;
  chosen: Language | null;
  path: string;
  deviceId: string | null;
}

/** The name of the page, its parts, and the language switch. */
export function Header({ words, chosen, path, deviceId }: HeaderProps) {
  const here = PAGES.includes(path) ? path : "/";
  const current = (page: string) => page === path ? "page" : undefined;
  return (
    <header class="top">
      <a class="skip" href="#content">{words.skip}</a>
      <a class="brand" href={linkTo("/", chosen)}>
        <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
          <circle cx="16" cy="16" r="16" />
          <path d="M9 13v6m4.7-9v12m4.6-9.5v7M23 13v6" />
        </svg>
        {words.product}
      </a>
      <nav aria-label={words.product}>
        <a href={linkTo("/", chosen)} aria-current={current("/")}>
          {words.lookup}
        </a>
        <a href={linkTo("/errors", chosen)} aria-current={current("/errors")}>
          {words.errors}
        </a>
      </nav>
      <nav class="languages" aria-label={words.languageLabel}>
        {LANGUAGES.map(({ language, tag, name }) => (
          <a
            key={language}
            href={linkTo(here, language, deviceId)}
            lang={tag}
            hreflang={tag}
            aria-current={language === words.language ? "true" : undefined}
          >
            {name}
          </a>
        ))}
      </nav>
    </header>
  );
}
