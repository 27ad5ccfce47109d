import type { Frame } from "@rivulet/protocol";

/** Moves scroll position and focus when the user comes to another page. */
export class Arrival {
  readonly #root: HTMLElement;
  /** Where the page that is awaited is scrolled to; `back` when its user returns to it. */
  #due: { readonly top: number; readonly back: boolean } | undefined;
  #returning: MutationObserver | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** Another page is about to be shown; `top` as `BrowserHistoryOptions.onLeave` has it. */
  expect(top: number | undefined): void {
    this.#returning?.disconnect();
    this.#due = { top: top ?? 0, back: top !== undefined };
  }

  /** A frame has been rendered. */
  rendered(frame: Frame): void {
    if (!this.#due || !frame.msgs.some((msg) => msg.type === "runStarted" && msg.fragment === undefined)) return;
    const { top, back } = this.#due;
    this.#due = undefined;
    if (back) return this.#return(top);
    scrollTo(0, 0);
    // Whoever reads or goes on by keyboard begins with the new page.
    if (!document.querySelector("dialog[open]")) this.#root.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
  }

  /** Only when the page is there it is as long as it was. */
  #return(top: number): void {
    const done = () => {
      if (this.#root.dataset.rivuletState !== "idle") return;
      this.#returning?.disconnect();
      scrollTo(0, top);
    };
    this.#returning = new MutationObserver(done);
    this.#returning.observe(this.#root, { attributeFilter: ["data-rivulet-state"] });
    done();
  }
}
