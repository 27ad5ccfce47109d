// What @rivulet/testing runs pages with, in its own process: no public API.
export { RivuletError } from "./errors.ts";
export { visitorOf } from "./host/visitor.ts";
export { endCacheSession } from "./script/cache/cache.ts";
export type { PageFunction, PageLoader } from "./script/loader/page-loader.ts";
export { createLoader } from "./script/loader/page-loader.ts";
export type { ScriptSession } from "./script/script-session.ts";
export { startScript, type Script } from "./script/start-script.ts";
export { uncompiledThreads } from "./script/threads/define-thread.ts";
export { acknowledge, isWithheld, setAway } from "./thread/frame-credit.ts";
export { createInterrupt, raiseFragment, raiseLatest, raiseStop, type Interrupt } from "./thread/interrupt.ts";
export type { ScriptEvent, ScriptRequest, SessionRecord } from "./thread/messages.ts";
export type { ScriptPort } from "./thread/port.ts";
export { fileRoute } from "./thread/page-routes.ts";
