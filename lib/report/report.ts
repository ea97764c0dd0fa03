/** What the answers of a fleet come to. */

import type {
  JsonObject,
  KugouMembershipName,
  KugouMembershipState,
} from "../../mod.ts";
import { type Answer, type FileFacts, type Found, NAMES } from "./answers.ts";
import { Durations } from "./durations.ts";
import { type Failure, Failures } from "./failures.ts";
import { LineEnds } from "./line_ends.ts";
import { type MissingShards, missingShards } from "./missing.ts";
import { Soonest } from "./soonest.ts";

/** A count for each membership. */
export type ByMembership = Readonly<Record<KugouMembershipName, number>>;

/** A membership that will end. */
export interface Ending {
  readonly deviceId: string | null;
  readonly columns: JsonObject;
  readonly nickname: string | null;
  readonly userId: string | null;
  readonly membership: KugouMembershipName;
  readonly end: Date;
  readonly daysLeft: number;
}

/** What `report --to json` prints; a later version may add fields. */
export interface Report {
  readonly version: 1;
  /** The moment from which states and days are reckoned. */
  readonly at: Date;
  readonly files: readonly FileFacts[];
  readonly missing: readonly MissingShards[];
  readonly devices: {
    readonly total: number;
    readonly found: number;
    readonly failed: number;
  };
  readonly memberships: Readonly<
    Record<KugouMembershipName, Readonly<Record<KugouMembershipState, number>>>
  >;
  /** How many end within so many days. */
  readonly ending: readonly ({ readonly days: number } & ByMembership)[];
  /** Those that end within some days, the soonest first. */
  readonly soonest: {
    readonly days: number;
    /** How many there are, also beyond the list. */
    readonly total: number;
    readonly list: readonly Ending[];
  };
  /** How many end in which month, by the calendar of China. */
  readonly months: readonly ({ readonly month: string } & ByMembership)[];
  /** How many end after these months. */
  readonly later: ByMembership;
  readonly failures: readonly Failure[];
  readonly lookups: {
    /** When the first and the last were sent, as far as their ids tell. */
    readonly from: Date | null;
    readonly to: Date | null;
    readonly medianMs: number | null;
    readonly p95Ms: number | null;
    /** How often a request was sent again. */
    readonly retries: number;
  };
}

const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;

const WITHIN = [7, 30, 90] as const;

/** How many months are told apart. */
const MONTHS = 12;

/** So many of those that end are listed. */
const LISTED = 100;

/** Reads answers one by one, and keeps only counts. */
export class ReportBuilder {
  readonly #at: Date;
  readonly #days: number;
  readonly #files: FileFacts[] = [];
  readonly #memberships = byMembership(() => ({
    ...{ active: 0, expired: 0, none: 0, unknown: 0 },
  }));
  readonly #ending = WITHIN.map((days) => ({ days, ...zeros() }));
  readonly #months: ReturnType<typeof monthsFrom>;
  readonly #later = zeros();
  readonly #soonest = new Soonest<Ending>(LISTED, ({ end }) => end.getTime());
  readonly #failures = new Failures();
  readonly #durations = new Durations();
  readonly #ends = new LineEnds();
  #found = 0;
  #failed = 0;
  #retries = 0;
  #firstId = "";
  #lastId = "";

  constructor(at: Date, days: number) {
    this.#at = at;
    this.#days = days;
    this.#months = monthsFrom(at);
  }

  /** Begins a file; gives what takes its answers. */
  begin(facts: FileFacts): (answer: Answer) => void {
    this.#files.push(facts);
    return (answer) => this.#add(answer, facts);
  }

  #add(answer: Answer, facts: FileFacts): void {
    const file = facts.name;
    const failure = answer.ok ? null : this.#failures.groupOf(answer);
    const before = this.#ends.set(facts, answer, failure);
    if (before === "found") return;
    if (before !== null) {
      this.#failures.takeBack(before.failure, before.file, answer.line);
      this.#failed--;
    }
    this.#retries += Math.max(0, answer.attempts - 1);
    if (answer.ok) this.#addFound(answer);
    else {
      this.#failed++;
      this.#failures.add(failure!, file, answer.line);
    }
    const { requestId } = answer;
    if (requestId === null || requestId[14] !== "7") return;
    if (this.#firstId === "" || requestId < this.#firstId) {
      this.#firstId = requestId;
    }
    if (requestId > this.#lastId) this.#lastId = requestId;
  }

  #addFound(answer: Found): void {
    this.#found++;
    this.#durations.add(answer.durationMs);
    for (const name of NAMES) {
      const { state, end } = stateAt(answer.user.memberships[name], this.#at);
      this.#memberships[name][state]++;
      if (state === "active") this.#addEnd(answer, name, end!);
    }
  }

  #addEnd(
    { deviceId, columns = {}, user }: Found,
    membership: KugouMembershipName,
    end: number,
  ): void {
    const leftMs = end - this.#at.getTime();
    for (const counts of this.#ending) {
      if (leftMs <= counts.days * DAY_MS) counts[membership]++;
    }
    const month = this.#months.find((it) => end < it.end);
    (month?.counts ?? this.#later)[membership]++;
    if (leftMs > this.#days * DAY_MS) return;
    this.#soonest.add({
      deviceId,
      columns,
      nickname: user.nickname,
      userId: user.id,
      membership,
      end: new Date(end),
      daysLeft: Math.ceil(leftMs / DAY_MS),
    });
  }

  build(): Report {
    return {
      version: 1,
      at: this.#at,
      files: this.#files,
      missing: missingShards(this.#files),
      devices: {
        total: this.#found + this.#failed,
        found: this.#found,
        failed: this.#failed,
      },
      memberships: this.#memberships,
      ending: this.#ending,
      soonest: {
        days: this.#days,
        total: this.#soonest.count,
        list: this.#soonest.kept,
      },
      months: this.#months.map(({ month, counts }) => ({ month, ...counts })),
      later: this.#later,
      failures: this.#failures.sorted(),
      lookups: {
        from: timeOf(this.#firstId),
        to: timeOf(this.#lastId),
        medianMs: this.#durations.quantile(0.5),
        p95Ms: this.#durations.quantile(0.95),
        retries: this.#retries,
      },
    };
  }
}

/** The state of a membership at a moment, and its end in milliseconds. */
export function stateAt(
  { state, end }: { readonly state: string; readonly end: string | null },
  at: Date,
): { state: KugouMembershipState; end: number | null } {
  const ms = end === null ? NaN : Date.parse(end);
  if (!Number.isNaN(ms)) {
    return { state: ms > at.getTime() ? "active" : "expired", end: ms };
  }
  return { state: state === "none" ? "none" : "unknown", end: null };
}

/** Days until a moment, begun ones as whole ones; below 0 after it. */
export function daysUntil(end: number, at: Date): number {
  return Math.ceil((end - at.getTime()) / DAY_MS) || 0;
}

function byMembership<T>(make: () => T): Record<KugouMembershipName, T> {
  return { vip: make(), car: make(), svip: make() };
}

function zeros(): Record<KugouMembershipName, number> {
  return byMembership(() => 0);
}

/** This month and those after it, each to its end in China. */
function monthsFrom(at: Date) {
  const china = new Date(at.getTime() + CHINA_MS);
  return Array.from({ length: MONTHS }, (_, index) => {
    const [year, month] = [china.getUTCFullYear(), china.getUTCMonth() + index];
    const first = Date.UTC(year, month);
    return {
      month: new Date(first).toISOString().slice(0, 7),
      end: Date.UTC(year, month + 1) - CHINA_MS,
      counts: zeros(),
    };
  });
}

/** A UUID v7 begins with its time. */
function timeOf(id: string): Date | null {
  const ms = parseInt(id.replaceAll("-", "").slice(0, 12), 16);
  return Number.isNaN(ms) ? null : new Date(ms);
}
