import type { FormWords } from "../lib/i18n/web.ts";
import type { AnswerView } from "../lib/web/view_types.ts";
import { CopyButton } from "./CopyButton.tsx";
import { Facts } from "./Facts.tsx";
import { Membership } from "./Membership.tsx";
import { Profile } from "./Profile.tsx";

interface AnswerProps {
  answer: AnswerView;
  words: FormWords;
  tag: string;
}

/** All that is known about a user. */
export function Answer({ answer, words, tag }: AnswerProps) {
  const { memberships, notes, others, raw, profile } = answer;
  return (
    <>
      <Profile answer={answer} words={words} />
      {notes.map((note) => <p class="note" key={note}>{note}</p>)}
      <section>
        <h3 class="unseen">{answer.membershipsHeading}</h3>
        <ul class="memberships">
          {memberships.map((membership) => (
            <Membership
              key={membership.name}
              membership={membership}
              tag={tag}
            />
          ))}
        </ul>
      </section>
      {profile.refusedAvatar && (
        <p class="note">
          {profile.refusedAvatar.label}{" "}
          <code>{profile.refusedAvatar.value}</code>
        </p>
      )}
      <section>
        <h3>{answer.callHeading}</h3>
        <Facts facts={answer.facts} words={words} />
      </section>
      {others && (
        <section>
          <h3>{others.heading}</h3>
          <p class="hint">{others.hint}</p>
          <Facts facts={others.fields} words={words} />
        </section>
      )}
      <details class="raw">
        <summary>{raw.label}</summary>
        <CopyButton text={raw.json} of={raw.label} words={words} />
        <pre tabIndex={0} aria-label={raw.label}>{raw.json}</pre>
      </details>
    </>
  );
}
