/**
 * Words of the card that shows a user.
 *
 * @module
 */

import type { KugouMembershipState } from "../client/membership.ts";
import type { KugouMemberships } from "../client/user.ts";

/** How far away a moment is, in the largest unit that it fills. */
export interface Distance {
  /** How many of the unit. */
  readonly count: number;
  /** The unit. */
  readonly unit: "day" | "hour" | "minute";
}

/** Words of the card that shows a user. */
export interface CardWords {
  /** Names of the rows. */
  readonly label: {
    readonly device: string;
    readonly nickname: string;
    readonly userId: string;
    readonly avatar: string;
    readonly vipFlag: string;
    readonly memberships: string;
    readonly otherFields: string;
    readonly requestId: string;
    readonly serverRequestId: string;
    readonly attempts: string;
  };
  /** Stands for a field that the server did not send. */
  readonly notSent: string;
  /** The flag is set. */
  readonly yes: string;
  /** The flag is not set. */
  readonly no: string;
  /** Names of the memberships. */
  readonly membership: Readonly<Record<keyof KugouMemberships, string>>;
  /** Names of their states. */
  readonly state: Readonly<Record<KugouMembershipState, string>>;
  /** How long a membership still lasts. */
  readonly left: (distance: Distance) => string;
  /** How long ago it ended. */
  readonly ago: (distance: Distance) => string;
  /** When it ends. */
  readonly until: (time: string) => string;
  /** When it ended. */
  readonly since: (time: string) => string;
  /** The same moment by the clocks of China. */
  readonly inChina: (time: string) => string;
  /** What the server sent where nobody can read it. */
  readonly sentAs: (raw: string) => string;
}
