/** How often each case was hit. */
export class Hits {
  readonly counts: Record<string, number> = {};

  hit(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }
}
