import { type Language, languageOf } from "../i18n/language.ts";

/** Chooses by the `lang` of the URL, then by `Accept-Language`, else English. */
export function chooseLanguage(
  asked: string | null,
  accept: string | null,
): Language {
  return (asked && languageOf(asked)) || preferred(accept ?? "") || "en";
}

/** The language that is liked best of those that there are. */
function preferred(accept: string): Language | null {
  let best: Language | null = null;
  let bestWeight = 0;
  for (const range of accept.split(",", 50)) {
    const [tag = "", ...params] = range.split(";");
    const language = languageOf(tag);
    const weight = weightOf(params);
    if (language !== null && weight > bestWeight) {
      best = language;
      bestWeight = weight;
    }
    // Nothing can be liked better.
    if (bestWeight === 1) break;
  }
  return best;
}

function weightOf(params: string[]): number {
  const quality = params.find((param) => /^\s*q\s*=/i.test(param));
  if (quality === undefined) return 1;
  const weight = Number(quality.slice(quality.indexOf("=") + 1));
  return weight >= 0 && weight <= 1 ? weight : 0;
}
