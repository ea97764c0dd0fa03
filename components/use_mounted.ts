import { useEffect, useState } from "preact/hooks";

/**
 * Says whether the page runs in a browser already. What needs JavaScript keeps
 * its place, but is not shown, until then.
 */
export function useMounted(): boolean {
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  return mounted;
}
