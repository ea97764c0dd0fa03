import { App, csp, staticFiles } from "fresh";
import { readSettings } from "./lib/web/env.ts";
import { guard, type OpenServices } from "./lib/web/guard.ts";
import { forPages, prepare, recover } from "./lib/web/middleware.tsx";
import { openServices } from "./lib/web/services.ts";
import type { State } from "./utils.ts";

/** What Fresh makes of an app. */
type FreshHandler = ReturnType<App<State>["handler"]>;

/** Makes the app; the first request opens its services, no import does. */
export function createApp(open: OpenServices): App<State> {
  class GuardedApp extends App<State> {
    /** Guarded here: Fresh answers some requests before any middleware. */
    override handler(): FreshHandler {
      // Whoever calls it awaits the answer, and some answers need no promise.
      return guard(super.handler(), open) as FreshHandler;
    }
  }
  return new GuardedApp()
    .use(prepare)
    .use(forPages(csp({ useNonce: true })))
    .use(recover)
    .use(forPages(staticFiles()))
    .fsRoutes();
}

export const app: App<State> = createApp(() => openServices(readSettings()));
