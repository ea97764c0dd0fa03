import { App, csp, staticFiles } from "fresh";
import { FailurePage } from "./components/Failure.tsx";
import {
  checkMethod,
  checkOrigin,
  identify,
  limitRate,
  log,
  secureHeaders,
} from "./lib/web/middlewares.ts";
import { recover } from "./lib/web/recover.ts";
import { openServices, type Services } from "./lib/web/services.ts";
import { readSettings } from "./lib/web/settings.ts";
import type { State } from "./utils.ts";

/** Makes the app; its first request opens the services, no import does. */
export function createApp(open: () => Services): App<State> {
  return new App<State>()
    .use(identify(open))
    .use(log)
    .use(secureHeaders)
    .use(csp({ useNonce: true }))
    .use(recover(FailurePage))
    .use(checkMethod)
    .use(checkOrigin)
    .use(limitRate)
    .use(staticFiles())
    .fsRoutes();
}

export const app: App<State> = createApp(() => openServices(readSettings()));
