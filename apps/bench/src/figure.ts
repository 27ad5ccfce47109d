/** One measured quantity of every target. */
export interface Figure {
  readonly scenario: string;
  /** What was measured: "10 elements, p50". */
  readonly what: string;
  readonly unit: string;
  /** By the target's name; a target that has no such quantity is absent. */
  readonly values: Readonly<Record<string, number>>;
}

/** Gathers figures of several targets: `add` in any order. */
export class Figures {
  readonly #scenario: string;
  readonly #figures = new Map<string, { readonly unit: string; readonly values: Record<string, number> }>();

  constructor(scenario: string) {
    this.#scenario = scenario;
  }

  add(target: string, unit: string, values: Readonly<Record<string, number>>): void {
    for (const [what, value] of Object.entries(values)) {
      const figure = this.#figures.get(what) ?? { unit, values: {} };
      figure.values[target] = value;
      this.#figures.set(what, figure);
    }
  }

  get all(): readonly Figure[] {
    return [...this.#figures].map(([what, { unit, values }]) => ({ scenario: this.#scenario, what, unit, values }));
  }
}
