import { useEffect, useState } from "preact/hooks";

/** Whether this runs in a browser; what needs it keeps its place until then. */
export function useMounted(): boolean {
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  return mounted;
}
