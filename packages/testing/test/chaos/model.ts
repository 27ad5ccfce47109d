import { story } from "./story.ts";

interface Row {
  readonly id: number;
  text: string;
}

/** What one user has done to the page under test, and what that page must show for it: the oracle. */
export class Model {
  name = "nobody";
  readonly added = { a: 0, b: 0 };
  /** Newest first. */
  rows: Row[] = [];
  made = 0;
  told = 0;
  pokes = 0;
  thoughts = 0;
  order = "nothing";
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  addRow(): void {
    this.rows.unshift({ id: ++this.made, text: "" });
  }

  dropRow(id: number): void {
    this.rows = this.rows.filter((row) => row.id !== id);
  }

  /** Every text of the page, in order. */
  texts(): string[] {
    const { a, b } = this.added;
    const rows = this.rows.flatMap(({ id, text }) => [`Row ${id}`, `Drop ${id}`, `row ${id}: ${text}`]);
    return [
      "Exit",
      "Spin",
      "Hoard",
      "Add to a",
      "Add to b",
      "Name",
      `${this.name} has ${a} and ${b}`,
      "New row",
      ...rows,
      "Murmur",
      "Tell",
      ...(this.told > 0 ? [story(this.told)] : []),
      `told ${this.told}`,
      "Poke",
      `pokes ${this.pokes}`,
      "Item",
      "Amount",
      "Order",
      `ordered ${this.order}`,
      ...(this.thoughts > 0 ? [`thought ${this.thoughts}`] : []),
      "Think",
    ].map((text) => `${this.#secret} ${text}`);
  }
}
