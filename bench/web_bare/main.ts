import { App } from "fresh";

/** The barest app that there can be: one route, and nothing around it. */
export const app: App<unknown> = new App<unknown>().fsRoutes();
