import { AppTree, ROOT_IDS, type AppNode, type HelloMsg } from "@rivulet/protocol";
import { type Received, SocketClient } from "./socket-client.ts";

/** A client that keeps the page's tree, as a browser does. */
export class PageClient extends SocketClient {
  readonly #tree = new AppTree();
  #applied = 0;
  #sent = 0;

  static override async open(url: string, hello: Partial<HelloMsg> = {}): Promise<PageClient> {
    const client = new PageClient(url);
    await client.hello(hello);
    return client;
  }

  /** Waits until a text element says this. */
  async shows(text: string): Promise<void> {
    await this.until(
      () => this.#nodes().some((node) => node.type === "text" && node.props.body === text),
      `the page to show ${JSON.stringify(text)}`,
    );
  }

  /** Waits until the value that was sent last has had its run. */
  async ran(): Promise<void> {
    await this.next("runFinished", (msg) => msg.taken >= this.#sent);
  }

  /** Sets a widget by its label, as its user would. */
  set(label: string, value: unknown): number {
    const { widget } = this.#find(label);
    const values = [[widget ?? "", value]] as const;
    const n = ++this.#sent;
    this.send({
      type: "update",
      n,
      seen: this.received.reduce((seen, msg) => ("seq" in msg ? msg.seq : seen), 0),
      values,
      fragment: this.#tree.fragmentOf(values),
    });
    return n;
  }

  /** The id of a widget by its label. */
  widget(label: string): string {
    return this.#find(label).widget ?? "";
  }

  /** Runs the page again. */
  rerun(): number {
    const n = ++this.#sent;
    this.send({ type: "rerun", n });
    return n;
  }

  /** The props of every element of a type. */
  props(type: AppNode["type"]): AppNode["props"][] {
    return this.#nodes().flatMap((node) => (node.type === type ? [node.props] : []));
  }

  /** What every text element says, in the order shown. */
  texts(): string[] {
    const nodes = new Map(this.#nodes().map((node) => [node.id, node]));
    const visit = (id: number): string[] => {
      const node = nodes.get(id);
      if (node === undefined) return [];
      return node.type === "text" ? [node.props.body as string] : (node.children ?? []).flatMap(visit);
    };
    return visit(ROOT_IDS.main);
  }

  /** The first text that matches. */
  text(pattern: RegExp): string | undefined {
    return this.texts().find((text) => pattern.test(text));
  }

  has(label: string): boolean {
    return this.#nodes().some((node) => node.props.label === label);
  }

  value(label: string): unknown {
    return this.#find(label).props.value;
  }

  #find(label: string): AppNode {
    const found = this.#nodes().find((node) => node.props.label === label);
    if (!found)
      throw new Error(
        `no widget is labelled ${label}; there are ${this.#nodes()
          .map((node) => JSON.stringify(node.props))
          .join(", ")}`,
      );
    return found;
  }

  #nodes(): AppNode[] {
    for (; this.#applied < this.received.length; this.#applied++) {
      const msg = this.received[this.#applied] as Received;
      if (msg.type === "tree" || msg.type === "delta") this.#tree.apply(msg);
    }
    return [...this.#tree.nodes.values()];
  }
}
