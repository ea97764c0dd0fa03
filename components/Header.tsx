import type { Language, WebWords } from "../lib/i18n/web.ts";
import { linkTo } from "../lib/web/links.ts";
import { Link } from "./Link.tsx";

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
        <Link href={linkTo("/", chosen)} current={current("/")}>
          {words.lookup}
        </Link>
        <Link href={linkTo("/errors", chosen)} current={current("/errors")}>
          {words.errors}
        </Link>
      </nav>
      <nav class="languages" aria-label={words.languageLabel}>
        {LANGUAGES.map(({ language, tag, name }) => (
          <Link
            key={language}
            href={linkTo(here, language, deviceId)}
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
