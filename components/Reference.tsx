import type { CodesView, ReferenceView } from "../lib/web/views/reference.ts";

/** Every code, with what it means, what to do, and an anchor to link to. */
export function Reference(view: ReferenceView) {
  const { families } = view;
  return (
    <div class="reference">
      <h1>{view.title}</h1>
      <p class="tagline">{view.intro}</p>
      <ul class="jump">
        {families.map(({ anchor, title }) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>{title}</a>
          </li>
        ))}
      </ul>
      {families.map((family) => <Family key={family.anchor} {...family} />)}
      <section class="panel" id="local">
        <h2>{view.localTitle}</h2>
        <p class="hint">{view.localIntro}</p>
        <ul class="codes">
          {view.local.map(({ anchor, title, meaning, hint }) => (
            <li key={anchor} id={anchor}>
              <h3>{title}</h3>
              <p>{meaning}</p>
              <p class="hint">{hint}</p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Family({ anchor, title, codes }: CodesView) {
  return (
    <section class="panel" id={anchor}>
      <h2>{title}</h2>
      <ul class="codes">
        {codes.map(({ code, meaning, hint, retry, retryText }) => (
          <li key={code} id={code}>
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
