import { inWords } from "./session-locale.ts";

/** The forms of a text by plural category; `#` stands for the number. */
export type Forms = { readonly other: string } & { readonly [Category in Intl.LDMLPluralRule]?: string };

/** Makes what picks the form of a text for a number, by the rules of a language. */
export function pluralsOf(language: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replace("#", inWords(count));
}
