type Listener = () => void;

/** Listeners by topic. Touching gathers topics; `flush` calls the listeners of those touched, each once. */
export class Topics<Topic> {
  readonly #listeners = new Map<Topic, Set<Listener>>();
  readonly #versions = new Map<Topic, number>();
  readonly #touched = new Set<Topic>();
  #clock = 0;
  /** The clock when a topic without listeners was last touched: someone may have read it and not listened yet. */
  #unheard = 0;

  subscribe(topic: Topic, listener: Listener): () => void {
    let set = this.#listeners.get(topic);
    if (!set) {
      this.#listeners.set(topic, (set = new Set()));
      this.#versions.set(topic, this.#unheard);
    }
    set.add(listener);
    return () => {
      set.delete(listener);
      if (set.size > 0 || this.#listeners.get(topic) !== set) return;
      this.#listeners.delete(topic);
      this.#versions.delete(topic);
    };
  }

  /** Changes whenever the topic was touched: a snapshot for `useSyncExternalStore`. */
  version(topic: Topic): number {
    return this.#versions.get(topic) ?? this.#unheard;
  }

  touch(topic: Topic): void {
    this.#clock++;
    if (this.#listeners.has(topic)) {
      this.#versions.set(topic, this.#clock);
      this.#touched.add(topic);
    } else this.#unheard = this.#clock;
  }

  /** Touches every topic that someone listens to. */
  touchAll(): void {
    for (const topic of this.#listeners.keys()) this.touch(topic);
  }

  flush(): void {
    if (this.#touched.size === 0) return;
    const touched = [...this.#touched];
    this.#touched.clear();
    for (const topic of touched) for (const listener of [...(this.#listeners.get(topic) ?? [])]) listener();
  }
}
