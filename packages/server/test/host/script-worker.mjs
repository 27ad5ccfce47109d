// A script worker without pages: it speaks the messages of ../../src/thread, and does what the value of widget "do" says.
// Every run answers with a toast whose body tells what it saw, so that tests can see the host's part alone.
import { parentPort, threadId, workerData } from "node:worker_threads";
import v8 from "node:v8";
import { encodeFrame } from "@rivulet/protocol";
import { interrupted, slotOf } from "../../dist/thread/interrupt.js";
import { claim, noteOnProcessor, noteWarm } from "../../dist/thread/worker-board.js";

const sessions = new Map();
let resume = () => {};
/** Tells what has happened outside of every session: as often as it was done. */
const effects = new BroadcastChannel("rivulet-effects");
effects.unref();

if (workerData.loader.manifest === "die-at-start") process.exit(7);
if (workerData.loader.manifest === "throw-at-start") throw new Error("/srv/app is not there");

parentPort.on("message", (request) => {
  if (request.ticket && !claim(workerData.board, request.ticket) && workerData.loader.manifest !== "ticket-ignored") return;
  switch (request.type) {
    case "open":
      sessions.set(request.session.id, {
        record: request.session,
        interrupt: request.interrupt,
        seq: request.session.seq,
        taken: request.session.taken,
        /** The numbers that the page's run answers while it waits. */
        but: undefined,
        last: request.session.taken,
        values: new Map([...request.session.values].map(([id, stored]) => [id, stored.value])),
        count: request.session.state.has("count") ? v8.deserialize(Buffer.from(request.session.state.get("count"), "latin1")) : 0,
        waiting: undefined,
        hasTree: false,
      });
      return;
    case "run":
      return run(sessions.get(request.session), request);
    case "attach": {
      const session = sessions.get(request.session);
      const running = session.waiting === undefined ? [] : [session.waiting];
      return post(session, "frame", [{ type: "tree", roots: [], config: {}, running }]);
    }
    case "stop": {
      const session = sessions.get(request.session);
      if (session?.waiting) end(session, session.waiting, request.reason);
      return;
    }
    case "close":
      parentPort.postMessage({ type: "log", level: "info", text: `closed ${request.session}` });
      sessions.delete(request.session);
      parentPort.postMessage({ type: "closed", session: request.session });
  }
});
parentPort.postMessage({ type: "ready" });
noteWarm(workerData.board);

function run(session, { no, n, updates, place, moved }) {
  if (session === undefined) return;
  session.record = { ...session.record, ...place };
  noteOnProcessor(workerData.board, slotOf(session.interrupt));
  session.moved = moved;
  session.hasTree ||= moved !== undefined;
  session.fragments = updates.flatMap(({ fragment }) => fragment ?? []);
  const beside = updates.length > 0 && session.fragments.length === updates.length;
  session.last = Math.max(session.last, n);
  if (!beside || session.waiting === undefined) {
    const superseded = session.waiting;
    session.waiting = undefined;
    session.taken = session.last;
    session.but = undefined;
    if (superseded !== undefined) postEnded(session, superseded, "superseded");
  }
  let action;
  for (const { values } of updates)
    for (const [id, value] of values) {
      // As in a real worker, a value counts only when its widget is in the tree.
      if (!session.hasTree) continue;
      if (id === "do") action = value;
      else session.values.set(id, value);
      if (id === "effect") effects.postMessage(value);
    }
  session.hasTree = true;
  post(session, "frame", [
    { type: "runStarted", run: no },
    { type: "toast", toast: { body: JSON.stringify({ started: no, action }) } },
  ]);
  if (beside && session.action === "exitLater") process.exit(3);
  if (!beside) session.action = action;
  switch (action) {
    case "loop":
      for (;;);
    case "polite": {
      let why;
      let told = false;
      while ((why = interrupted(session.interrupt, no)) === undefined) {
        if (told || Atomics.load(session.interrupt, 2) <= no) continue;
        told = true;
        post(session, "frame", [{ type: "toast", toast: { body: JSON.stringify({ fragmentWaits: session.interrupt[2] }) } }]);
      }
      return end(session, no, why);
    }
    case "deaf":
      // Hears of nothing but a fragment's request.
      while (Atomics.load(session.interrupt, 2) <= no);
      return end(session, no, "finished");
    case "deafLater":
      // Waits first, and computes when another session says so.
      session.waiting = no;
      session.but = [[n, n]];
      resume = () => {
        post(session, "frame", [{ type: "toast", toast: { body: JSON.stringify({ started: no, action: "deaf" }) } }]);
        while (Atomics.load(session.interrupt, 2) <= no);
        end(session, no, "finished");
      };
      return;
    case "resume":
      setImmediate(resume);
      return end(session, no, "finished");
    case "compute": {
      const until = performance.now() + session.values.get("ms");
      while (performance.now() < until);
      return end(session, no, "finished");
    }
    case "wait":
    case "exitLater":
      // Its number has not had its effect before its end.
      session.but = [[n, n]];
      session.waiting = no;
      return;
    case "stream": {
      const stream = () => {
        if (!session.stream) return;
        post(session, "frame", [{ type: "toast", toast: { body: JSON.stringify({ streamed: session.seq + 1 }) } }]);
        setImmediate(stream);
      };
      session.stream = true;
      session.waiting = no;
      return stream();
    }
    case "bind":
      return end(session, no, "finished", { bound: ["bound"] });
    case "goTo":
      return end(session, no, "finished", { place: session.values.get("place") });
    case "exit":
      return process.exit(3);
    case "exitSlowly": {
      // A newer request lies in the queue then.
      while (interrupted(session.interrupt, no) === undefined);
      return process.exit(3);
    }
    case "throw":
      throw new Error("thrown outside any run");
    case "memory": {
      const kept = [];
      for (;;) kept.push(new Array(1_000_000).fill(kept.length));
    }
    case "problem":
      parentPort.postMessage({ type: "problem", session: session.record.id, error: { name: "SyntaxError", message: "bad" } });
      return end(session, no, "error");
    case "solve":
      parentPort.postMessage({ type: "problem", session: session.record.id, error: null });
      return end(session, no, "finished");
    default:
      return end(session, no, "finished");
  }
}

function end(session, no, outcome, commit) {
  if (session.waiting === no) {
    session.waiting = undefined;
    session.taken = session.last;
    session.but = undefined;
  }
  session.stream = false;
  if (outcome === "superseded") return postEnded(session, no, outcome);
  session.count++;
  const { path, query } = session.record;
  const { count, moved, fragments } = session;
  const values = Object.fromEntries(session.values);
  const seen = { ran: no, outcome, thread: threadId, path, query, count, values, moved, fragments };
  const taken = { taken: session.but ? session.last : session.taken, but: session.but };
  post(
    session,
    "ended",
    [
      { type: "toast", toast: { body: JSON.stringify(seen) } },
      { type: "runFinished", run: no, outcome, ...taken },
    ],
    {
      no,
      open: session.waiting === undefined ? undefined : [session.waiting],
      outcome,
      ...taken,
      commit: {
        values: [...session.values].map(([id, value]) => [id, { value }]),
        // As a page's first run does.
        ...(session.count === 1 && { bound: [] }),
        state: [["count", v8.serialize(session.count).toString("latin1")]],
        ...commit,
      },
    },
  );
}

function postEnded(session, no, outcome) {
  const { seq, taken, but } = session;
  parentPort.postMessage({ type: "ended", session: session.record.id, no, outcome, taken, but, seq });
}

function post(session, type, msgs, rest = {}) {
  const frame = encodeFrame({ seq: ++session.seq, msgs });
  parentPort.postMessage({ type, session: session.record.id, seq: session.seq, frame, ...rest }, [frame.buffer]);
}
