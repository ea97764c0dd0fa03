/** The shape of an answer, while it comes. */
export function Outline() {
  return (
    <div class="outline" aria-hidden="true">
      <div class="profile">
        <span class="avatar" />
        <div>
          <span class="line wide" />
          <span class="line" />
        </div>
        <span class="verdict" />
      </div>
      <div class="memberships">
        <span class="membership" />
        <span class="membership" />
        <span class="membership" />
      </div>
      <div class="lines">
        <span class="line" />
        <span class="line wide" />
        <span class="line" />
        <span class="line wide" />
      </div>
    </div>
  );
}
