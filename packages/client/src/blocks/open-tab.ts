interface Wanted {
  /** The id of the tab that was chosen, by the user or the server. */
  readonly chosen: string | undefined;
  /** The label of the tab to begin with. */
  readonly initial: string | undefined;
}

/** The id of the tab that is open: the chosen one while it exists, else the initial one, else the first. */
export function openTab(ids: readonly string[], labels: readonly string[], { chosen, initial }: Wanted): string | undefined {
  if (chosen !== undefined && ids.includes(chosen)) return chosen;
  return ids[Math.max(0, initial === undefined ? 0 : labels.indexOf(initial))];
}
