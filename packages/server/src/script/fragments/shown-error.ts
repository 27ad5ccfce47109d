/** Ends a run whose error stands in the page already, in the place of the fragment that threw it. */
export class ShownError extends Error {
  override readonly name = "ShownError";

  constructor() {
    super("The error of a fragment ends the run that called it; it stands in the fragment's own place.");
  }
}
