/** True where the command key does what Ctrl does elsewhere. */
export function isApple(): boolean {
  return typeof navigator !== "undefined" && /mac|iphone|ipad/i.test(navigator.platform);
}
