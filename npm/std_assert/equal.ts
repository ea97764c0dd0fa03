/**
 * Compares two values deeply, as std does: 0 equals -0, functions are equal
 * when they are the same, and an instance is its own properties and all that
 * its classes define.
 *
 * @param a The one value.
 * @param b The other value.
 * @returns Whether they are equal.
 */
export function equal(a: unknown, b: unknown): boolean {
  return compare(a, b, new Map());
}

/** Pairs that are being compared, so that a cycle ends. */
type Seen = Map<object, object>;

function compare(a: unknown, b: unknown, seen: Seen): boolean {
  if (a === b || Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b)) return false;
  if (a instanceof Date && b instanceof Date) {
    return Object.is(a.getTime(), b.getTime());
  }
  if (!isSameClass(a, b)) return false;
  if (a instanceof WeakMap || a instanceof WeakSet) {
    throw new TypeError(`Cannot compare ${a.constructor.name} instances`);
  }
  if (seen.get(a) === b) return true;
  seen.set(a, b);
  if (compareContents(a, b, seen)) return true;
  // Another pair may ask for these two again: they are not equal.
  seen.delete(a);
  return false;
}

function compareContents(a: object, b: object, seen: Seen): boolean {
  const bytes = readBytes(a);
  if (bytes) return compareLists(bytes, readBytes(b) ?? [], seen);
  if (Object.keys(a).length !== Object.keys(b).length) return false;
  if (a instanceof Set) return compareEntries(a, b as typeof a, seen);
  if (a instanceof Map) return compareEntries(a, b as typeof a, seen);
  if (isWrittenOut(a)) return String(a) === String(b);
  return compareProperties(a, b, seen);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isSameClass(a: object, b: object): boolean {
  const [first, second] = [a, b].map((it) =>
    Object.getPrototypeOf(it) ?? Object.prototype
  );
  return first === second;
}

function readBytes(value: object): ArrayLike<unknown> | undefined {
  if (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) {
    return new Uint8Array(value);
  }
  return ArrayBuffer.isView(value) && "length" in value
    ? value as Uint8Array
    : undefined;
}

function compareLists(
  a: ArrayLike<unknown>,
  b: ArrayLike<unknown>,
  seen: Seen,
): boolean {
  return a.length === b.length &&
    Array.from(a).every((it, i) => compare(it, b[i], seen));
}

type Collection = Set<unknown> | Map<unknown, unknown>;

/** Keys may be objects, so an entry is sought, not looked up. */
function compareEntries<T extends Collection>(a: T, b: T, seen: Seen): boolean {
  const others = [...b.entries()];
  return a.size === b.size &&
    [...a.entries()].every((entry) =>
      others.some((other) => compareLists(entry, other, seen))
    );
}

function isWrittenOut(value: object): boolean {
  return [RegExp, URL, URLSearchParams].some((it) =>
    it.prototype === Object.getPrototypeOf(value)
  );
}

function compareProperties(a: object, b: object, seen: Seen): boolean {
  for (const key of new Set([...readKeys(a), ...readKeys(b)])) {
    if (key in a !== key in b) return false;
    const values = [a, b].map((it) => Reflect.get(it, key));
    if (!compare(values[0], values[1], seen)) return false;
  }
  return true;
}

function readKeys(value: object): PropertyKey[] {
  const prototype = Object.getPrototypeOf(value);
  const isPlain = [null, Object.prototype, Array.prototype].includes(prototype);
  if (isPlain) return Reflect.ownKeys({ ...value });
  const keys: PropertyKey[] = [];
  for (
    let it = value;
    it && it !== Object.prototype;
    it = Object.getPrototypeOf(it)
  ) keys.push(...Reflect.ownKeys(it));
  return keys;
}
