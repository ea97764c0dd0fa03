/**
 * The types of `parseArgs`: options in, a record of their values out, as
 * `@std/cli/parse-args` types them.
 *
 * @module
 */

type Names<T> = Extract<T, string>;

type Flat<T> = T extends infer R ? { [K in keyof R]: R[K] } : never;

/** Every named option with the type of its value. */
type Flags<TBooleans, TStrings, TCollect> =
  & { [K in Exclude<Names<TBooleans>, TCollect>]: boolean }
  & { [K in Extract<Names<TBooleans>, TCollect>]: boolean[] }
  & { [K in Exclude<Names<TStrings>, TCollect>]?: string }
  & { [K in Extract<Names<TStrings>, TCollect>]: string[] }
  & { [K in Exclude<Names<TCollect>, TBooleans | TStrings>]: unknown[] };

/** A default makes its option present, and adds its own type. */
type WithDefaults<TFlags, TDefaults> = TDefaults extends undefined ? TFlags
  :
    & Omit<TFlags, keyof TDefaults>
    & {
      [K in keyof TDefaults]: K extends keyof TFlags
        ? TDefaults[K] | NonNullable<TFlags[K]>
        : unknown;
    };

type AliasOf<TName, TAliases> = TName extends keyof TAliases
  ? TAliases[TName] extends string ? TAliases[TName]
  : TAliases[TName] extends ReadonlyArray<infer A extends string> ? A
  : never
  : never;

/** An alias has the type of the option that it stands for. */
type WithAliases<TFlags, TAliases> = {
  [K in keyof TFlags as K | AliasOf<K, TAliases>]: TFlags[K];
};

type Named<TBooleans> = false extends TBooleans ? undefined : TBooleans;

/** What the options say of the flags; `any` when they say nothing. */
export type Values<TBooleans, TStrings, TCollect, TDefaults, TAliases> =
  undefined extends Named<TBooleans> & TStrings & TCollect
    // deno-lint-ignore no-explicit-any
    ? Record<string, any>
    :
      & Record<string, unknown>
      & WithAliases<
        WithDefaults<Flags<TBooleans, TStrings, TCollect>, TDefaults>,
        TAliases
      >;

/** The words after `--`, in a list of their own when that was asked for. */
type DoubleDash<TDoubleDash> = boolean extends TDoubleDash ? { "--"?: string[] }
  : true extends TDoubleDash ? { "--": string[] }
  : Record<never, never>;

/** The value returned from `parseArgs`. */
export type Args<
  // deno-lint-ignore no-explicit-any
  TArgs extends Record<string, unknown> = Record<string, any>,
  TDoubleDash extends boolean | undefined = undefined,
> = Flat<TArgs & { _: Array<string | number> } & DoubleDash<TDoubleDash>>;

/** Aliases by option name. */
export type Aliases<TAlias extends string = string> = Partial<
  Record<string, TAlias | readonly TAlias[]>
>;

/** Options for `parseArgs`. */
export interface ParseOptions<
  TBooleans extends boolean | string | undefined = boolean | string | undefined,
  TStrings extends string | undefined = string | undefined,
  TCollect extends string | undefined = string | undefined,
  TDefaults extends Record<string, unknown> | undefined =
    | Record<string, unknown>
    | undefined,
  TAliases extends Aliases | undefined = Aliases | undefined,
  TDoubleDash extends boolean | undefined = boolean | undefined,
> {
  /** Keep the words after `--` apart, under that name. */
  "--"?: TDoubleDash;
  /** Other names of an option. */
  alias?: TAliases;
  /** Options that take no value; `true` makes every `--name` one. */
  boolean?: TBooleans | ReadonlyArray<Names<TBooleans>>;
  /** Values of options that are not given. */
  default?: TDefaults;
  /** Leave everything after the first positional as it is. */
  stopEarly?: boolean;
  /** Options whose value stays a string, and `_` for positionals. */
  string?: TStrings | ReadonlyArray<Names<TStrings>>;
  /** Options that gather their values in a list. */
  collect?: TCollect | ReadonlyArray<Names<TCollect>>;
  /** Called with what no option names; `false` drops it. */
  unknown?: (arg: string, key?: string, value?: unknown) => unknown;
}
