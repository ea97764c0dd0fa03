import { IS_BROWSER } from "fresh/runtime";
import { useState } from "preact/hooks";
import Inner from "./Inner.tsx";

export default function Box({ label }: { label: string }) {
  const [count, setCount] = useState(0);
  return (
    <button
      type="button"
      disabled={!IS_BROWSER}
      onClick={() => setCount(count + 1)}
    >
      {label} <Inner count={count} />
    </button>
  );
}
