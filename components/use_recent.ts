import { useEffect, useState } from "preact/hooks";
import { linesOf, textOf } from "../lib/web/views/devices.ts";

const KEY = "recent-devices";
const MOST = 10;

/** The device ids that this browser remembers, if its visitor wants that. */
export interface Recent {
  /** The latest first; `null` unless it was turned on. */
  readonly ids: readonly string[] | null;
  readonly turn: (on: boolean) => void;
  /** Remembers ids where that is turned on. */
  readonly add: (deviceIds: readonly string[]) => void;
}

/** Keeps device ids in this browser, and nothing else. */
export function useRecent(): Recent {
  const [ids, setIds] = useState<readonly string[] | null>(null);
  const store = (ids: readonly string[] | null) => {
    try {
      if (ids) localStorage.setItem(KEY, textOf(ids));
      else localStorage.removeItem(KEY);
    } catch {
      // Without a store they last as long as the page.
    }
    setIds(ids);
  };
  useEffect(() => setIds(read()), []);
  return {
    ids,
    turn: (on) => store(on ? [] : null),
    add: (deviceIds) => {
      // Another tab may have forgotten them.
      const known = read();
      store(known && [...new Set([...deviceIds, ...known])].slice(0, MOST));
    },
  };
}

function read(): string[] | null {
  try {
    const text = localStorage.getItem(KEY);
    return text === null ? null : linesOf(text).filter(Boolean);
  } catch {
    return null;
  }
}
