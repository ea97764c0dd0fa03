import { page } from "fresh";
import { define } from "../define.ts";
import Box from "../islands/Box.tsx";

export const handler = define.handlers({
  GET({ state, url }) {
    state.title = "Home";
    return page(
      { name: url.searchParams.get("name") ?? "you" },
      { status: 201, headers: { "x-page": "home" } },
    );
  },
  POST() {
    throw new Error("Broken");
  },
});

export default define.page<typeof handler>(({ data, url }) => (
  <main>
    <h1>{url.pathname}</h1>
    <Box label={data.name} />
    <Box label="second" />
  </main>
));
