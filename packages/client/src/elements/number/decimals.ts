/** Decimals that a step needs: 2 for 0.25, 0 for 10. */
export function decimalsOf(step: number): number {
  const [mantissa = "", exponent] = String(step).toLowerCase().split("e");
  const decimals = mantissa.split(".")[1]?.length ?? 0;
  return Math.min(20, Math.max(0, decimals - Number(exponent ?? 0)));
}
