const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const PART = /(\d+(?:\.\d+)?)(ms|s|m|h|d)/g;
const WHOLE = /^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/;

/** Milliseconds of a number of seconds or of a text such as "1h30m"; undefined for what is neither, or not above 0. */
export function milliseconds(duration: number | string): number | undefined {
  const result = typeof duration === "number" ? duration * 1000 : WHOLE.test(duration) ? sum(duration) : Number.NaN;
  return result > 0 ? result : undefined;
}

function sum(text: string): number {
  return [...text.matchAll(PART)].reduce((total, [, amount, unit]) => total + Number(amount) * (UNITS[unit as string] as number), 0);
}
