import { type ComponentType, Fragment, h, options, type VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Loaded } from "./build.ts";

/** Where a rendered response keeps its nonce, for `csp`. */
export const NONCE: unique symbol = Symbol.for("__freshNonce");

/** One rendering. It is synchronous: there is never more than one. */
class Rendering {
  readonly nonce = crypto.randomUUID().replaceAll("-", "");
  readonly used = new Map<string, string>();
  readonly props: unknown[] = [];
  /** Vnodes of islands; what is inside of one is a plain component. */
  readonly inner = new WeakSet<VNode>();
  depth = 0;

  constructor(readonly build: Loaded) {}

  wrapIsland(vnode: VNode) {
    const island = this.build.islands.get(vnode.type);
    if (!island || this.depth > 0) return;
    const type = vnode.type as ComponentType<unknown>;
    vnode.type = (props: Record<string, unknown>) => {
      this.used.set(island.name, island.url);
      const child = h(type, props);
      this.inner.add(child as VNode);
      const index = this.props.push(props) - 1;
      const open = comment(`frsh:island:${island.name}:${index}:`);
      return h(Fragment, null, open, child, comment("/frsh:island"));
    };
  }

  writeScript() {
    if (this.used.size === 0) return "";
    const imports = [...this.used].map(([name, url]) =>
      `import ${name} from "${url}";`
    ).join("");
    const json = JSON.stringify(JSON.stringify(this.props))
      .replaceAll("<", "\\u003c");
    return `<script type="module" nonce="${this.nonce}">import { boot } from "${this.build.runtime}";${imports}boot({${[
      ...this.used.keys(),
    ]}},${json});</script>`;
  }
}

let current: Rendering | undefined;

/** `__b` is what Preact's packages call the hook before a vnode renders. */
const hooks: typeof options & { __b?(vnode: VNode): void } = options;
const { vnode: onVNode, __b: onDiff, diffed: onDiffed } = hooks;

hooks.vnode = (vnode) => {
  if (current && (vnode.type === "script" || vnode.type === "style")) {
    Object.assign(vnode.props, { nonce: current.nonce });
  }
  onVNode?.(vnode);
};

hooks.__b = (vnode) => {
  if (current?.inner.has(vnode)) current.depth++;
  else current?.wrapIsland(vnode);
  onDiff?.(vnode);
};

hooks.diffed = (vnode) => {
  if (current?.inner.has(vnode)) current.depth--;
  onDiffed?.(vnode);
};

function comment(text: string): VNode {
  return h(Fragment, { UNSTABLE_comment: text } as Record<string, unknown>);
}

/** Renders a document to a response that knows its nonce. */
export function renderDocument(
  // deno-lint-ignore no-explicit-any -- any component
  vnode: VNode<any> | null,
  build: Loaded,
  { status = 200, headers: init }: ResponseInit,
): Response {
  const rendering = current = new Rendering(build);
  try {
    const html = renderToString(vnode ?? h(Fragment, null))
      .replace(
        /<\/body>(?!.*<\/body>)/s,
        () => `${rendering.writeScript()}</body>`,
      );
    const headers = new Headers(init);
    headers.set("content-type", "text/html; charset=utf-8");
    const response = new Response(`<!DOCTYPE html>${html}`, {
      status,
      headers,
    });
    return Object.assign(response, { [NONCE]: rendering.nonce });
  } finally {
    current = undefined;
  }
}
