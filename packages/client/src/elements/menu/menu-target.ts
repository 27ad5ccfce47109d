type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

/**
 * The item of a menu to which a key moves from item `at` (-1: none): arrows go round, Home and End to the ends, a letter to the next
 * item that begins with it. -1 for keys that do not move.
 */
export function menuTarget({ key, ctrlKey, metaKey, altKey }: Key, at: number, labels: readonly string[]): number {
  const count = labels.length;
  if (count === 0 || ctrlKey || metaKey || altKey) return -1;
  if (key === "ArrowDown") return (at + 1) % count;
  if (key === "ArrowUp") return at <= 0 ? count - 1 : at - 1;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (!/^\S$/u.test(key)) return -1;
  const begins = (label: string) => label.trim().toLowerCase().startsWith(key.toLowerCase());
  const after = labels.findIndex((label, i) => i > at && begins(label));
  return after >= 0 ? after : labels.findIndex(begins);
}
