/** True where lines begin at the right. */
export function isFromRight(element: Element): boolean {
  return getComputedStyle(element).direction === "rtl";
}
