import { RivuletError } from "@rivulet/server/testing";
import type { SessionStateAccess } from "./app-session.ts";

/** Session state as an object whose properties are its keys. */
export function stateView(state: SessionStateAccess | undefined): Record<string, unknown> {
  const reach = (): SessionStateAccess => {
    if (state !== undefined) return state;
    throw new RivuletError("RIVULET_TEST_USE", {
      call: "sessionState",
      problem:
        "cannot be reached with { real: true }: it lives in the server's worker. Test without it, or let the page show what it keeps.",
    });
  };
  return new Proxy<Record<string, unknown>>(
    {},
    {
      get: (_, key) => (typeof key === "string" ? reach().get(key) : undefined),
      set: (_, key, value) => {
        if (typeof key !== "string") return false;
        reach().set(key, value);
        return true;
      },
      deleteProperty: (_, key) => {
        if (typeof key === "string") reach().delete(key);
        return true;
      },
      has: (_, key) => typeof key === "string" && reach().keys().includes(key),
      ownKeys: () => [...reach().keys()],
      getOwnPropertyDescriptor: (_, key) =>
        typeof key === "string" && reach().keys().includes(key)
          ? { configurable: true, enumerable: true, writable: true, value: reach().get(key) }
          : undefined,
    },
  );
}
