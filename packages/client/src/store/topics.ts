type Listener = () => void;

/** Listeners by topic. Touching gathers topics; `flush` calls the listeners of those touched, each once. */
export class Topics<Topic> {
  readonly #listeners = new Map<Topic, Set<Listener>>();
  readonly #touched = new Set<Topic>();

  subscribe(topic: Topic, listener: Listener): () => void {
    let set = this.#listeners.get(topic);
    if (!set) this.#listeners.set(topic, (set = new Set()));
    set.add(listener);
    return () => {
      set.delete(listener);
      if (set.size === 0 && this.#listeners.get(topic) === set) this.#listeners.delete(topic);
    };
  }

  touch(topic: Topic): void {
    if (this.#listeners.has(topic)) this.#touched.add(topic);
  }

  flush(): void {
    if (this.#touched.size === 0) return;
    const touched = [...this.#touched];
    this.#touched.clear();
    for (const topic of touched) for (const listener of [...(this.#listeners.get(topic) ?? [])]) listener();
  }
}
