import type { ClientFacts } from "@rivulet/protocol";
import { differingFacts, noteFactRead, type FactName } from "../../thread/facts-read.ts";
import type { Interrupt } from "../../thread/interrupt.ts";

/** What a session's browser says of itself. Notes what is read: a page that began before its browser could say anything may be wrong about that, and about nothing else (FP3). */
export class SessionFacts implements ClientFacts {
  readonly #facts: ClientFacts;
  readonly #shared: Interrupt;

  constructor(facts: ClientFacts, shared: Interrupt) {
    this.#facts = facts;
    this.#shared = shared;
  }

  get url(): ClientFacts["url"] {
    return this.#read("url");
  }

  get locale(): ClientFacts["locale"] {
    return this.#read("locale");
  }

  get timezone(): ClientFacts["timezone"] {
    return this.#read("timezone");
  }

  get timezoneOffset(): ClientFacts["timezoneOffset"] {
    return this.#read("timezoneOffset");
  }

  get theme(): ClientFacts["theme"] {
    return this.#read("theme");
  }

  /** What is said otherwise now. */
  differing(facts: ClientFacts): readonly FactName[] {
    return differingFacts(this.#facts, facts);
  }

  /** All of them, for a thread: nobody here knows what it reads. */
  all(): ClientFacts {
    const { url, locale, timezone, timezoneOffset, theme } = this;
    return { url, locale, timezone, timezoneOffset, theme };
  }

  #read<Name extends keyof ClientFacts & FactName>(name: Name): ClientFacts[Name] {
    noteFactRead(this.#shared, name);
    return this.#facts[name];
  }
}
