import { Demo } from "../components/Demo.tsx";
import { FORM_ID, LookupForm } from "../components/LookupForm.tsx";
import { Result } from "../components/Result.tsx";
import { useLookup } from "../components/use_lookup.ts";
import type { LookupView } from "../lib/web/view_types.ts";

/**
 * The form and the answer. The server renders both; in the browser, the form is
 * sent without leaving the page.
 */
export default function Lookup(view: LookupView) {
  const lookup = useLookup(view);
  const { words, demo } = view;
  return (
    <>
      {demo && <Demo demo={demo} words={words} form={FORM_ID} />}
      <div class="lookup">
        <LookupForm view={view} lookup={lookup} />
        <Result view={view} lookup={lookup} form={FORM_ID} />
      </div>
    </>
  );
}
