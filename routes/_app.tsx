import { asset } from "fresh/runtime";
import { Footer, Header } from "../components/Frame.tsx";
import { define } from "../utils.ts";

export default define.page(({ Component, state, url }) => {
  const { words, chosen, title, deviceId, filter } = state;
  return (
    <html lang={words.tag}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>
          {title === null ? words.product : `${title} · ${words.product}`}
        </title>
        <meta name="description" content={words.tagline} />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" type="image/svg+xml" href={asset("/icon.svg")} />
        <link rel="stylesheet" href={asset("/styles.css")} />
      </head>
      <body>
        <Header
          words={words}
          chosen={chosen}
          path={url.pathname}
          deviceId={deviceId}
          filter={filter}
        />
        <main id="content">
          <Component />
        </main>
        <Footer words={words} chosen={chosen} />
      </body>
    </html>
  );
});
