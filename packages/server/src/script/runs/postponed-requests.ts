import type { RunRequest } from "./session-runs.ts";

interface Stop {
  /** Requests up to this number are stopped. */
  readonly no: number;
  readonly reason: "stopped" | "timeout";
}

/** Requests of a session that wait for its page, in order. */
export class PostponedRequests {
  #requests: RunRequest[] = [];
  #stopped: Stop | undefined;

  get all(): readonly RunRequest[] {
    return this.#requests;
  }

  /** Why requests were stopped, if the last ones that came before it were. */
  get stopped(): Stop["reason"] | undefined {
    return this.#stopped?.reason;
  }

  add(request: RunRequest): void {
    this.#requests.push(request);
  }

  stop(no: number, reason: Stop["reason"]): void {
    this.#stopped = { no, reason };
  }

  /** Takes those whose time has come, up to the first that still has to wait; each with why it was stopped if it was. */
  take(
    isDue: (request: RunRequest) => boolean = () => true,
  ): readonly (readonly [request: RunRequest, stopped: Stop["reason"] | undefined])[] {
    const { no, reason } = this.#stopped ?? { no: 0, reason: undefined };
    const waits = this.#requests.findIndex((request) => request.no > no && !isDue(request));
    const due = this.#requests.splice(0, waits < 0 ? this.#requests.length : waits);
    return due.map((request) => [request, request.no <= no ? reason : undefined]);
  }
}
