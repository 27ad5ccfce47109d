import { readStorage, writeStorage } from "../store/storage.ts";

/** The sidebar's widths in pixels; `step` is one press of an arrow key. */
export const SIDEBAR = { initial: 280, min: 200, max: 520, step: 16 } as const;

const KEY = "rivulet.sidebar-width";

export function clampWidth(width: number): number {
  return Math.round(Math.min(SIDEBAR.max, Math.max(SIDEBAR.min, width)));
}

/** The width that the user left, or undefined. */
export function storedWidth(): number | undefined {
  const stored = readStorage(KEY);
  return stored === null || !Number.isFinite(Number(stored)) ? undefined : clampWidth(Number(stored));
}

export function storeWidth(width: number): void {
  writeStorage(KEY, String(width));
}
