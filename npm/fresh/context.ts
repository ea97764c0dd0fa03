import { type FunctionComponent, h, type VNode } from "preact";
import type { Loaded } from "./build.ts";
import { renderDocument } from "./render.ts";

/** What page components are given. */
export type PageProps<Data = unknown, State = unknown> =
  & Pick<
    Context<State>,
    "Component" | "info" | "params" | "req" | "route" | "state" | "url"
  >
  & { data: Data };

/** What every middleware and handler is given. */
export class Context<State> {
  readonly params: Record<string, string> = {};
  readonly state: State = {} as State;
  next!: () => Promise<Response>;
  Component!: FunctionComponent;

  constructor(
    readonly req: Request,
    readonly url: URL,
    readonly info: Deno.ServeHandlerInfo,
    readonly route: string | null,
    readonly build: Loaded,
  ) {}

  /** Renders a page inside of `_app.tsx`. */
  // deno-lint-ignore require-await -- async as in Fresh: it rejects
  async render(
    // deno-lint-ignore no-explicit-any -- any component
    vnode: VNode<any> | null,
    init: ResponseInit = {},
  ): Promise<Response> {
    const { app } = this.build;
    this.Component = () => vnode;
    const document = app ? h(app, { ...this, data: null }) : vnode;
    return renderDocument(document, this.build, init);
  }
}
