import { define } from "../define.ts";

export default define.page(({ route }) => (
  <main>
    <style>{"main { color: red }"}</style>
    {route}
  </main>
));
