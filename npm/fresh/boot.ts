import { type ComponentType, type ContainerNode, h, render } from "preact";

type Islands = Record<string, ComponentType<Record<string, unknown>>>;

/** Renders each island over what the server sent of it. */
export function boot(islands: Islands, json: string) {
  const props: Record<string, unknown>[] = JSON.parse(json);
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
  const starts: Comment[] = [];
  while (walker.nextNode()) starts.push(walker.currentNode as Comment);
  for (const start of starts) {
    const [prefix, kind, name, index] = start.data.split(":");
    if (prefix !== "frsh" || kind !== "island") continue;
    render(h(islands[name!]!, props[Number(index)]!), createRoot(start));
  }
}

/** What Preact takes for a parent: only the nodes up to the closing comment. */
function createRoot(start: Comment): ContainerNode {
  const parent = start.parentNode!;
  let end: Node = start;
  while ((end as Comment).data !== "/frsh:island") end = end.nextSibling!;
  const list = () => {
    const nodes: Node[] = [];
    let node = start.nextSibling!;
    for (; node !== end; node = node.nextSibling!) nodes.push(node);
    return nodes;
  };
  const root = {
    nodeType: 1,
    parentNode: parent,
    get firstChild() {
      return list()[0] ?? null;
    },
    get childNodes() {
      return list();
    },
    contains: (node: Node | null) => list().some((it) => it.contains(node)),
    insertBefore: (node: Node, child: Node | null) =>
      parent.insertBefore(node, child ?? end),
    appendChild: (node: Node) => parent.insertBefore(node, end),
    removeChild: (node: Node) => parent.removeChild(node),
  };
  return root as unknown as ContainerNode;
}
