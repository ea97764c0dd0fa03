/** Takes what is clearly meant of what was typed or pasted. */

/** What cannot be seen, wherever it stands: no id and no token has any. */
const INVISIBLE =
  /[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u3164\ufe00-\ufe0f\uffa0]/gu;

/** Pairs of quotes that are pasted along with a word. */
const QUOTED =
  /^(?:"(.*)"|'(.*)'|`(.*)`|“(.*)”|‘(.*)’|「(.*)」|『(.*)』|«(.*)»|<(.*)>|《(.*)》)$/su;

/** What is typed for a slash, or only looks like one. */
const SLASHES = /[\\\u2044\u2215\u29f8]/g;

/** Removes what cannot be seen, but for white space. */
export function removeInvisible(text: string): string {
  return text.replace(INVISIBLE, "");
}

/** Removes what cannot be seen, and the white space around the rest. */
export function trimInvisible(text: string): string {
  return removeInvisible(text).trim();
}

/**
 * Takes a device id out of what surrounds it: white space, invisible
 * characters, quotes; and writes full-width characters as what they mean.
 */
export function cleanDeviceId(text: string): string {
  const ascii = trimInvisible(text).replace(
    /[\uff01-\uff5e]/g,
    (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
  const [, ...inner] = QUOTED.exec(ascii) ?? [];
  const bare = inner.find((it) => it !== undefined) ?? ascii;
  return bare.replace(SLASHES, "/").trim();
}
