import { App, csp, staticFiles } from "fresh";
import { readSettings } from "./lib/web/env.ts";
import { guard, type Handler, type OpenServices } from "./lib/web/guard.ts";
import { forPages, prepare, recover } from "./lib/web/middleware.tsx";
import { openServices } from "./lib/web/services.ts";
import type { State } from "./utils.ts";

/** Makes the app; the first request opens its services, no import does. */
export function createApp(open: OpenServices): App<State> {
  class GuardedApp extends App<State> {
    /** Guarded here: Fresh answers some requests before any middleware. */
    override handler(): Handler {
      return guard(super.handler(), open);
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
