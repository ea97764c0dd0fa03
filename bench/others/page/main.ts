import { App, staticFiles } from "fresh";

export const app: App<unknown> = new App<unknown>().use(staticFiles())
  .fsRoutes();
