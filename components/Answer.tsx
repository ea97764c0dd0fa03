import type { FormWords } from "../lib/i18n/form_words.ts";
import type { AnswerView } from "../lib/web/views/types.ts";
import { CopyButton, Facts } from "./Facts.tsx";
import { Icon, type IconName } from "./Icon.tsx";
import { Memberships } from "./Memberships.tsx";
import { Tools } from "./Tools.tsx";

interface AnswerProps {
  /** Where the focus leads, if this is all that there is. */
  id?: string | undefined;
  answer: AnswerView;
  words: FormWords;
  language: string;
}

/** All that is known about a user. */
export function Answer({ id, answer, words, language }: AnswerProps) {
  const { others, profile: { refusedAvatar }, raw } = answer;
  return (
    <>
      <Profile id={id} answer={answer} words={words} />
      <Tools results={[answer]} words={words} />
      {answer.notes.map((note) => <p class="note" key={note}>{note}</p>)}
      <section>
        <h3 class="unseen">{answer.membershipsHeading}</h3>
        <Memberships memberships={answer.memberships} language={language} />
      </section>
      {refusedAvatar && (
        <p class="note">
          {refusedAvatar.label} <code>{refusedAvatar.value}</code>
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
        {raw.note && <p class="note">{raw.note}</p>}
        <CopyButton label={raw.label} value={raw.json} words={words} />
        <pre tabIndex={0} aria-label={raw.label}>{raw.json}</pre>
      </details>
    </>
  );
}

const ICONS: Readonly<Record<string, IconName>> = {
  good: "active",
  bad: "expired",
};

/** Who the user is, and in one line whether any membership is valid. */
function Profile({ id, answer, words }: Omit<AnswerProps, "language">) {
  const { verdict, profile } = answer;
  return (
    <div class="profile">
      <span class="avatar" aria-hidden="true">
        {profile.initial}
        {profile.avatar && (
          <img
            referrerpolicy="no-referrer"
            src={profile.avatar}
            alt=""
            decoding="async"
            // Of several, only that which is unfolded.
            loading={id === undefined ? "lazy" : undefined}
          />
        )}
      </span>
      <div>
        <h2 id={id} tabIndex={-1} autofocus={id !== undefined}>
          <bdi>{profile.nickname}</bdi>
        </h2>
        <p class="user-id">
          {profile.id === null ? profile.noId : (
            <>
              {profile.id.label} <span class="value">{profile.id.value}</span>
              <CopyButton {...profile.id} words={words} />
            </>
          )}
        </p>
      </div>
      <p class={`verdict ${verdict.tone}`}>
        <Icon name={ICONS[verdict.tone] ?? "unknown"} />
        {verdict.text}
      </p>
    </div>
  );
}
