/** The windows that are open, the topmost last. A browser makes all that is outside of the topmost one inert. */
const open: HTMLElement[] = [];
const listeners = new Set<() => void>();

export const openDialogs = {
  get top(): HTMLElement | undefined {
    return open.at(-1);
  },

  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** Notes a window that has opened; to be called again when it closes. */
  enter(dialog: HTMLElement): () => void {
    open.push(dialog);
    tell();
    return () => {
      open.splice(open.indexOf(dialog), 1);
      tell();
    };
  },
};

function tell(): void {
  for (const listener of listeners) listener();
}
