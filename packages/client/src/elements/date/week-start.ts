/** Where weeks do not begin on Monday, for browsers that cannot tell. */
const SUNDAY = new Set("US CA MX BR AR CO PE VE CL JP KR TW HK IN PK ID TH PH SG ZA IL AU".split(" "));
const SATURDAY = new Set("AE AF BH DZ EG IQ IR JO KW LY OM QA SD SY".split(" "));

interface WithWeekInfo {
  readonly weekInfo?: { readonly firstDay: number };
  getWeekInfo?(): { readonly firstDay: number };
}

/** The day on which weeks begin in a locale: 0 is Sunday. */
export function weekStart(locale: string): number {
  const region = new Intl.Locale(locale).maximize();
  const known = region as Intl.Locale & WithWeekInfo;
  const firstDay = (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay;
  if (firstDay !== undefined) return firstDay % 7;
  return SUNDAY.has(region.region ?? "") ? 0 : SATURDAY.has(region.region ?? "") ? 6 : 1;
}
