export { AppTree, type AppNode, type TreeMsg } from "./app-tree.ts";
export { MAX_VALUES, parseBackMsg, type BackMsg, type ClientFacts, type HelloMsg, type NavigateMsg, type UpdateMsg } from "./back-msg.ts";
export { CLOSE_CODES, mayRetry, type CloseReason } from "./close-code.ts";
export type { ChildRun, ChildrenDelta, Delta, PropsDelta } from "./delta.ts";
export type {
  CommonProps,
  ElementClass,
  ElementDefinition,
  Height,
  LabelledProps,
  LabelVisibility,
  TextAlignment,
  WidgetProps,
  Width,
} from "./element.ts";
export {
  elements,
  type BlockType,
  type DisplayType,
  type Elements,
  type ElementType,
  type PropsOf,
  type TriggerType,
  type TypeOf,
  type ValueOf,
  type WidgetType,
} from "./elements/index.ts";
export type { AlertProps } from "./elements/alert.ts";
export type { BadgeColor, BadgeProps } from "./elements/badge.ts";
export type { DateFormat, DateInputValue } from "./elements/date-input.ts";
export type { Gap } from "./elements/container.ts";
export { feedbackCount, type FeedbackScale } from "./elements/feedback.ts";
export type { OptionButtonsValue } from "./elements/option-buttons.ts";
export type { SelectSliderValue } from "./elements/select-slider.ts";
export type { SliderValue } from "./elements/slider.ts";
export type { FilterMode } from "./elements/selectbox.ts";
export type { TableColumn } from "./elements/table.ts";
export { textInputPattern, type TextInputKind } from "./elements/text-input.ts";
export { hasSeconds, type TimeFormat } from "./elements/time-input.ts";
export type { TimeSliderValue } from "./elements/time-slider.ts";
export { isEmptyValue } from "./empty-value.ts";
export type { ErrorInfo, SourceFrame, SourceLine } from "./error-info.ts";
export { boundCookiePrefix, MAX_BOUND } from "./bound-values.ts";
export type { ForwardMsg, LocationMsg, PageEffect, RunOutcome, StoredWrite, ToastProps } from "./forward-msg.ts";
export { FragmentClock } from "./fragment-clock.ts";
export { decodeFrame, encodeFrame, type Frame } from "./frame.ts";
export type { HostMsg } from "./host-msg.ts";
export { lastVisitCookie, readLastVisit, writeLastVisit, type LastVisit } from "./last-visit.ts";
export { isIsoMoment, isMomentFormat, momentKind, momentToMs, msToMoment, showMoment, type MomentKind } from "./iso-moment.ts";
export { isIsoDate, isIsoDatetime, isIsoTime } from "./iso-time.ts";
export type { Navigation, NavigationLink, NavigationSection } from "./navigation.ts";
export { FIRST_NODE_ID, ROOT_IDS, type BlockNode, type ElementNode, type Node, type NodeId, type RootName, type WidgetId } from "./node.ts";
export { inSignsOf, numberSigns } from "./number-signs.ts";
export { formatNumber, isNumberFormat, NUMBER_PRESETS, type NumberFormat, type NumberPreset } from "./number-format.ts";
export { hasOption, optionIdAt, optionIds, optionIndex, optionLabel, parseOption } from "./option.ts";
export type { PageConfig, PageFrame } from "./page-config.ts";
export type { LogoImage, PageLogo } from "./page-logo.ts";
export { samePlace, type PagePlace } from "./page-place.ts";
export { ParseError, show } from "./parse.ts";
export { runsAfter, type Run } from "./run.ts";
export { textPattern } from "./text-pattern.ts";
export { PROTOCOL_VERSION } from "./version.ts";
export { isTaken, type Taken } from "./taken.ts";
