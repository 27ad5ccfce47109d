import { elements, show, type AppNode, type ElementType, type NodeId, type PropsOf, type ValueOf, type WidgetId } from "@rivulet/protocol";
import { RivuletError } from "@rivulet/server/testing";
import { elementText } from "./element-text.ts";
import { nameOf, notFound } from "./not-found.ts";
import { hasLabel, type PageView } from "./page-view.ts";
import type { StagedValues } from "./staged-values.ts";
import { fromWire, refusal, toWire } from "./widget-value.ts";

/** Which element of a type: by visible label, by key, and if several match the nth of them from 0. A number alone is `nth`. */
export type Which = number | { readonly label?: string | undefined; readonly key?: string | undefined; readonly nth?: number | undefined };

/** What handles and scopes of one test share. */
export interface TestPage {
  readonly view: PageView;
  /** Values that the next run sends, in wire form. */
  readonly staged: StagedValues;
}

/** A part of the page, searched from top to bottom. */
export class Scope {
  readonly #page: TestPage;
  readonly #below: NodeId | undefined;

  /** @internal */
  constructor(page: TestPage, below?: NodeId) {
    this.#page = page;
    this.#below = below;
  }

  /** The first element of a type that matches. Throws `NotFoundError`, which says what is there and what comes nearest. */
  get<T extends ElementType>(type: T, which: Which = 0): ElementHandle<T> {
    const { label, key, nth = 0 } = typeof which === "number" ? { nth: which } : which;
    const all = this.#all(type);
    const matching = all.filter((node) => (label === undefined || hasLabel(node, label)) && (key === undefined || node.key === key));
    const node = matching.at(nth);
    if (node !== undefined) return new ElementHandle<T>(this.#page, node);
    const how = [
      label !== undefined && `labelled ${show(label)}`,
      key !== undefined && `with key ${show(key)}`,
      nth !== 0 && `number ${nth}`,
    ];
    throw notFound(["The", type, ...how.filter(Boolean)].join(" "), { label, key }, all, this.#page.view.errors);
  }

  /** All elements of a type, in order. */
  getAll<T extends ElementType>(type: T): ElementHandle<T>[] {
    return this.#all(type).map((node) => new ElementHandle<T>(this.#page, node));
  }

  /** The visible text of every element that has some, in order. */
  texts(): string[] {
    return this.#page.view.texts(this.#below);
  }

  #all(type: ElementType): AppNode[] {
    return [...this.#page.view.nodes(this.#below)].filter((node) => node.type === type);
  }
}

/** One element on the page of an `AppTest`. It reads what the page shows now, also after later runs. */
export class ElementHandle<T extends ElementType> extends Scope {
  readonly type: T;
  readonly key: string | undefined;
  readonly #page: TestPage;
  readonly #found: AppNode;

  /** @internal */
  constructor(page: TestPage, node: AppNode) {
    super(page, node.id);
    this.type = node.type as T;
    this.key = node.key;
    this.#page = page;
    this.#found = node;
  }

  /** What the server sent to draw this element with. */
  get props(): PropsOf<T> {
    return this.#node.props as PropsOf<T>;
  }

  /** The value as a user sees it: what the next run will send, else what the page has. Options by their label. */
  get value(): ValueOf<T> {
    const node = this.#node;
    const wire = this.#page.staged.has(node.widget ?? "")
      ? this.#page.staged.get(node.widget ?? "")
      : (node.props as { readonly value?: unknown }).value;
    return fromWire(node, wire) as ValueOf<T>;
  }

  /** The element's own visible text. */
  get text(): string {
    return elementText(this.#node);
  }

  /** Enters a value; the next `run()` sends it, in a form the one after a click on its submit button. Throws `TestValueError` for one that a user could not enter. */
  set(value: ValueOf<T>): this {
    const node = this.#node;
    const wire = toWire(node, value);
    const problem = refusal(node, wire);
    if (problem !== undefined) throw new RivuletError("RIVULET_TEST_VALUE", { what: nameOf(node), value: show(value), problem });
    this.#page.staged.set(node.widget as WidgetId, wire);
    return this;
  }

  /** Presses a button, or flips a checkbox, toggle or stateful expander, dismisses a dialog; the next `run()` sends it. */
  click(): this {
    const fires = elements[this.type].class === "trigger";
    return this.set((fires || (this.value as unknown) !== true) as ValueOf<T>);
  }

  get #node(): AppNode {
    const node = this.#page.view.tree.nodes.get(this.#found.id);
    if (node === undefined || node.type !== this.#found.type) throw new RivuletError("RIVULET_TEST_GONE", { what: nameOf(this.#found) });
    return node;
  }
}
