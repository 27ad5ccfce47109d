import type { Page } from "playwright-core";

/** What went wrong in a browser's page: uncaught errors, and what was written to its console as an error. */
export class PageProblems {
  readonly #found: string[] = [];
  readonly #expected: RegExp[] = [];

  constructor(page: Page) {
    page.on("pageerror", (error) => this.#found.push(`uncaught: ${error.stack ?? error.message}`));
    page.on("crash", () => this.#found.push("the page crashed"));
    page.on("console", (message) => {
      if (message.type() === "error") this.#found.push(`console: ${message.text()} (${message.location().url})`);
    });
  }

  /** Says that problems that match are part of the test, such as a lost connection after the server was stopped. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  /** Everything that happened and was not expected. */
  get unexpected(): readonly string[] {
    return this.#found.filter((problem) => !this.#expected.some((pattern) => pattern.test(problem)));
  }
}
