import { asset } from "fresh/runtime";
import { define } from "../define.ts";

export default define.page(({ Component, state }) => (
  <html lang="en">
    <head>
      <title>{state.title}</title>
      <link rel="stylesheet" href={asset("/look.css")} />
    </head>
    <body>
      <Component />
    </body>
  </html>
));
