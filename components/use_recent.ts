import { useEffect, useState } from "preact/hooks";

const KEY = "recent-devices";
const MOST = 10;

/** The device ids that this browser remembers, if its visitor wants that. */
export interface Recent {
  /** The latest first; `null` unless it was turned on. */
  readonly ids: readonly string[] | null;
  readonly turn: (on: boolean) => void;
  /** Remembers an id where that is turned on. */
  readonly add: (deviceId: string) => void;
}

/** Keeps device ids in this browser, and nothing else. */
export function useRecent(): Recent {
  const [ids, setIds] = useState<readonly string[] | null>(null);
  const store = (next: readonly string[] | null) => {
    try {
      if (next === null) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // Without a store they last as long as the page.
    }
    setIds(next);
  };
  useEffect(() => setIds(read()), []);
  return {
    ids,
    turn: (on) => store(on ? [] : null),
    add: (deviceId) => {
      // Another tab may have forgotten them.
      const known = read();
      if (known === null) return setIds(null);
      const others = known.filter((it) => it !== deviceId);
      store([deviceId, ...others].slice(0, MOST));
    },
  };
}

function read(): string[] | null {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(KEY)!);
    return Array.isArray(ids)
      ? ids.filter((it) => typeof it === "string").slice(0, MOST)
      : null;
  } catch {
    return null;
  }
}
