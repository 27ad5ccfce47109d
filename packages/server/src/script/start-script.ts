import { randomBytes } from "node:crypto";
import type { ErrorInfo } from "@rivulet/protocol";
import { StaleRunContextError } from "../errors.ts";
import type { ScriptRequest, SessionId } from "../thread/messages.ts";
import type { ScriptPort } from "../thread/port.ts";
import { claim, noteWarm } from "../thread/worker-board.ts";
import type { PageLoader } from "./loader/page-loader.ts";
import { toErrorInfo } from "./loader/user-error.ts";
import { ThreadWorkers } from "./threads/thread-workers.ts";
import { noteCall } from "./last-call.ts";
import { noteSession, useBoard } from "./on-processor.ts";
import type { ScriptHost, ScriptOptions } from "./script-host.ts";
import { ScriptSession } from "./script-session.ts";

/** Call sites remembered as logged. */
const MAX_REPORTED = 1000;
/** Bytes that a session may hand to its browser, where no host says. */
const SESSION_MEDIA = 200 * 1024 * 1024;

/** A script thread's sessions, served through its port. */
export interface Script {
  /** Logs what was thrown outside any run, attributed to its session where known. */
  report(thrown: unknown, session?: SessionId): void;
  /** A session that is at home here, as it lives: tests read and set its state. */
  session(id: SessionId): ScriptSession | undefined;
}

/** Serves the requests of a port with the pages of a loader, in a worker or (AppTest) in place. */
export function startScript(port: ScriptPort, loader: PageLoader, options: ScriptOptions): Script {
  const sessions = new Map<SessionId, ScriptSession>();
  const describe = (thrown: unknown, session?: SessionId): ErrorInfo => {
    const full = toErrorInfo(thrown, { production: false });
    const shown = options.production ? toErrorInfo(thrown, { production: true }) : full;
    port.post({ type: "log", level: "error", session, text: render(full, shown.id) });
    return shown;
  };
  // Late writes come in loops: one line a call site is enough (SR13).
  const reported = new Set<string>();
  const report = (thrown: unknown, session?: SessionId): void => {
    if (thrown instanceof StaleRunContextError) {
      const { frame, message } = toErrorInfo(thrown, { production: false });
      const site = frame === undefined ? message : `${frame.file}:${frame.line}`;
      if (reported.has(site)) return;
      if (reported.size < MAX_REPORTED) reported.add(site);
    }
    describe(thrown, session);
  };
  const threads = loader.forThread === undefined ? undefined : new ThreadWorkers(() => (loader as Required<PageLoader>).forThread());
  const { board } = options;
  useBoard(board);
  const media = options.media ?? { secret: randomBytes(32), sessionBytes: SESSION_MEDIA };
  const host: ScriptHost = { port, loader, options, media, describe, report, threads };

  port.onRequest((request) => handle(request));
  port.post({ type: "ready" });
  return { report, session: (id) => sessions.get(id) };

  function handle(request: ScriptRequest): void {
    // One that the host took back while it lay in the queue has been given to another worker (SR10).
    if (board !== undefined && "ticket" in request && request.ticket && !claim(board, request.ticket)) return;
    switch (request.type) {
      case "warm":
        void warm(request.page);
        return;
      case "open":
        sessions.get(request.session.id)?.close();
        sessions.set(request.session.id, new ScriptSession(request.session, request.interrupt, host));
        return;
      case "run":
        return run(request);
      case "credit":
        return sessions.get(request.session)?.output.goOn();
      case "attach":
        return sessions.get(request.session)?.output.attach();
      case "stop":
        return sessions.get(request.session)?.runs.stop(request.no, request.reason);
      case "facts":
        return sessions.get(request.session)?.learn(request.facts, request.stored);
      case "close":
        sessions.get(request.session)?.close();
        sessions.delete(request.session);
        if (sessions.size === 0) threads?.trim();
        port.post({ type: "closed", session: request.session });
        return;
    }
  }

  /** What is wrong with the page is told to whoever asks for it. */
  async function warm(page: string): Promise<void> {
    await loader.load(page).catch(() => undefined);
    if (board !== undefined) noteWarm(board);
  }

  function run(request: Extract<ScriptRequest, { type: "run" }>): void {
    const session = sessions.get(request.session);
    if (session === undefined) return;
    noteSession(session.interrupt);
    noteCall(session.id);
    session.run(request);
  }
}

function render(error: ErrorInfo, id: string | undefined): string {
  const place = error.frame === undefined ? "" : ` (${error.frame.file}:${error.frame.line})`;
  return `${id === undefined ? "" : `[${id}] `}${error.name}: ${error.message}${place}${(error.stack ?? []).map((line) => `\n    at ${line}`).join("")}`;
}
