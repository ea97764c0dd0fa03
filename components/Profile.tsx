import type { FormWords } from "../lib/i18n/web.ts";
import type { AnswerView } from "../lib/web/view_types.ts";
import { CopyButton } from "./CopyButton.tsx";
import { Icon, type IconName } from "./Icon.tsx";

const ICONS: Readonly<Record<string, IconName>> = {
  good: "active",
  bad: "expired",
};

interface ProfileProps {
  answer: AnswerView;
  words: FormWords;
}

/** Who the user is, and in one line whether any membership is valid. */
export function Profile({ answer, words }: ProfileProps) {
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
          />
        )}
      </span>
      <div>
        <h2 id="result" tabIndex={-1} autofocus>
          <bdi>{profile.nickname}</bdi>
        </h2>
        <p class="user-id">
          {profile.id === null ? profile.noId : (
            <>
              {profile.idLabel} <span class="value">{profile.id}</span>
              <CopyButton
                text={profile.id}
                of={profile.idLabel}
                words={words}
              />
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
