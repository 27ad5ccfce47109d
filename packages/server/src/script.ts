export { Container, ElementHandle } from "./script/container.ts";
export { isControlFlow } from "./script/control-flow.ts";
export { st, type St } from "./script/st.ts";
export type { SessionState, SessionStateView } from "./script/state/session-state-view.ts";
export type { ToastOptions } from "./script/toast.ts";
export { NoSessionContextError, RivuletError, StaleRunContextError, type ErrorCode } from "./errors.ts";
