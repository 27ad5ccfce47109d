// Star, so that `declare module "rivulet" { interface SessionState {} }` reaches the interface itself and not an alias of it.
export type * from "./script/state/session-state-view.ts";
export type * from "./script/lasting/query-params.ts";
export type * from "./script/elements/options.ts";
export type {
  BadgeColor,
  FilterMode,
  Gap,
  Height,
  LabelVisibility,
  NumberFormat,
  NumberPreset,
  PageConfig,
  TextAlignment,
  TextInputKind,
  Width,
} from "@rivulet/protocol";
export type { StContext } from "./script/context/st-context.ts";
export type { Bind, LastingOptions, PersistState, StorageKind } from "./script/lasting/lasting-options.ts";
export type { Texts } from "./script/context/texts.ts";
export { Container, ElementHandle } from "./script/container.ts";
export { defineThread, type ThreadFunction } from "./script/threads/define-thread.ts";
export { addScriptRunCtx, getScriptRunCtx, type RunContext as ScriptRunContext } from "./script/threads/run-context.ts";
export type { Thread, ThreadStartOptions, ThreadStatus } from "./script/threads/thread.ts";
export { ThreadPool, type ThreadPoolOptions } from "./script/threads/thread-pool.ts";
export { isControlFlow } from "./script/control-flow.ts";
export type { CacheData, CachedFunction } from "./script/cache/cache-data.ts";
export type { CacheResource } from "./script/cache/cache-resource.ts";
export type { CacheDataOptions, CacheResourceOptions, CacheScope } from "./script/cache/options.ts";
export { st, type St } from "./script/st.ts";
export type { Closing } from "./script/dialogs/st-close.ts";
export type { DialogAnswer, DialogOptions } from "./script/dialogs/st-dialog.ts";
export type { FragmentOptions } from "./script/fragments/st-fragment.ts";
export type { LogoOptions } from "./script/logo.ts";
export type { ImageInput } from "./script/media/image-source.ts";
export type { NavigationItem, NavigationOptions } from "./script/pages/navigation.ts";
export type { Page, PageOptions } from "./script/pages/page.ts";
export type { NoParams, ParamsOf, QueryInput } from "./script/pages/route-params.ts";
export type { PageTarget, PlainTarget, TargetOptions } from "./script/pages/target.ts";
export type { ToastHandle, ToastOptions } from "./script/toast.ts";
export { NoSessionContextError, RivuletError, StaleRunContextError, ThreadCancelledError, type ErrorCode } from "./errors.ts";
