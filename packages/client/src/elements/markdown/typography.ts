const SIGNS: Readonly<Record<string, string>> = { "<->": "↔", "<-": "←", "->": "→", "--": "—", ">=": "≥", "<=": "≤", "~=": "≈" };

/** Sets arrows, dashes and comparisons that stand between spaces: `a -> b` is `a → b`. */
export function typeset(text: string): string {
  return text.replaceAll(/(?<=^|\s)(?:<->|<-|->|--|>=|<=|~=)(?=\s|$)/g, (sign) => SIGNS[sign] ?? sign);
}
