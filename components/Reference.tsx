import type {
  CodesView,
  FilterView,
  LocalView,
  ReferenceView,
} from "../lib/web/views/reference.ts";
import { Link } from "./Link.tsx";

/** Every code, with what it means, what to do, and an anchor to link to. */
export function Reference(
  { title, words, filter, families, local }: ReferenceView,
) {
  return (
    <div class="reference">
      <h1>{title}</h1>
      <p class="tagline">{words.intro}</p>
      <FilterForm filter={filter} words={words} />
      {families.length > 1 && (
        <ul class="jump">
          {families.map(({ anchor, title }) => (
            <li key={anchor}>
              <a href={`#${anchor}`}>{title}</a>
            </li>
          ))}
        </ul>
      )}
      {families.map((family) => <Family key={family.anchor} {...family} />)}
      {local.length > 0 && <Local local={local} words={words} />}
    </div>
  );
}

interface FilterFormProps {
  filter: FilterView;
  words: ReferenceView["words"];
}

function FilterForm({ filter, words }: FilterFormProps) {
  const { status, note } = filter;
  return (
    <search class="panel">
      <form class="filter" action="/errors">
        {Object.entries(filter.kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div>
          <label for="q">{words.text}</label>
          <input
            id="q"
            name="q"
            type="search"
            value={filter.q}
            maxLength={200}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
          />
        </div>
        <div>
          <label for="class">{words.class}</label>
          <select id="class" name="class">
            <option value="">{words.allClasses}</option>
            {filter.classes.map(({ name, text }) => (
              <option key={name} value={name} selected={name === filter.class}>
                {text}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="primary">{words.filter}</button>
      </form>
      {status !== null && (
        <p class="found">
          <strong>{status}</strong> <Link href={filter.all}>{words.all}</Link>
        </p>
      )}
      {note !== null && <p>{note}</p>}
    </search>
  );
}

function Family({ anchor, title, codes }: CodesView) {
  return (
    <section class="panel" id={anchor}>
      <h2>{title}</h2>
      <ul class="codes">
        {codes.map(({ code, meaning, hint, retry, retryText, isAsked }) => (
          <li key={code} id={code} class={isAsked ? "asked" : undefined}>
            <h3>
              <a href={`#${code}`}>
                <code>{code}</code>
              </a>
            </h3>
            <p>{meaning}</p>
            <p class="hint">{hint}</p>
            <p class={`retry ${retry}`}>{retryText}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LocalProps {
  local: readonly LocalView[];
  words: ReferenceView["words"];
}

function Local({ local, words }: LocalProps) {
  return (
    <section class="panel" id="local">
      <h2>{words.local}</h2>
      <p class="hint">{words.localIntro}</p>
      <ul class="codes">
        {local.map(({ anchor, title, meaning, hint }) => (
          <li key={anchor} id={anchor}>
            <h3>{title}</h3>
            <p>{meaning}</p>
            <p class="hint">{hint}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
