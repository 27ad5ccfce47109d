/** How long the page before this one may take to let go of its lock. Milliseconds. */
const LETTING_GO = 2000;

/**
 * Tells a tab from its copies, which have the same storage: a tab holds a Web Lock with the name of its session (WS2). Without secure
 * transport there are no Web Locks, and nothing to tell them by.
 */
export class SessionLock {
  readonly #locks = navigator.locks as LockManager | undefined;
  #session: string | undefined;
  #release = (): void => {};

  /** The tab is in this session. */
  hold(session: string): void {
    if (session !== this.#session) void this.take(session);
  }

  /** As `hold`; false if another tab is in this session. */
  take(session: string): Promise<boolean> {
    this.#release();
    this.#session = session;
    const over = new Promise<void>((resolve) => {
      this.#release = resolve;
    });
    return new Promise((resolve) => {
      if (!this.#locks) return resolve(true);
      const held = (): Promise<void> => {
        resolve(true);
        return over;
      };
      this.#locks.request(`rivulet.${session}`, { signal: AbortSignal.timeout(LETTING_GO) }, held).catch(() => resolve(false));
    });
  }
}
