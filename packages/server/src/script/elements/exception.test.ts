import { decodeFrame, type ErrorInfo } from "@rivulet/protocol";
import { expect, test } from "vitest";
import { createInterrupt } from "../../thread/interrupt.ts";
import type { ScriptEvent, ScriptRequest } from "../../thread/messages.ts";
import { startScript } from "../start-script.ts";
import { st } from "../st.ts";

/** The errors that a page shows, as they go to the browser. */
async function shown(page: () => void, production: boolean): Promise<ErrorInfo[]> {
  const posted: ScriptEvent[] = [];
  let ended = (): void => {};
  const end = new Promise<void>((resolve) => (ended = resolve));
  let handle: (request: ScriptRequest) => void = () => {};
  const port = {
    post: (event: ScriptEvent) => {
      posted.push(event);
      if (event.type === "ended") ended();
    },
    onRequest: (given: (request: ScriptRequest) => void) => void (handle = given),
    close: () => {},
  };
  startScript(port, { load: async () => async () => page(), close: () => {} }, { production });
  const session = { id: "s", path: "/", query: "", facts: {}, values: new Map(), state: new Map(), seq: 0, taken: 0 };
  handle({ type: "open", session, interrupt: createInterrupt() });
  handle({ type: "run", session: "s", no: 1, n: 1, updates: [] });
  await end;
  const frames = posted.flatMap((event) =>
    (event.type === "frame" || event.type === "ended") && event.frame ? [decodeFrame(event.frame)] : [],
  );
  return errorsIn(frames);
}

/** Every `error` prop at any depth. */
function errorsIn(value: unknown): ErrorInfo[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => (key === "error" ? [item as ErrorInfo] : errorsIn(item)));
}

const page = (): void => void st.exception(new RangeError("The draught is 7 m"));

test("[SEC6] in production st.exception shows name and message, and nothing of the server", async () => {
  expect(await shown(page, true)).toEqual([{ name: "RangeError", message: "The draught is 7 m" }]);
});

test("elsewhere it shows the user's frames too", async () => {
  expect(await shown(page, false)).toMatchObject([{ name: "RangeError", message: "The draught is 7 m" }]);
});
