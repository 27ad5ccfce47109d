import { alert } from "./alert.ts";
import { badge } from "./badge.ts";
import { button } from "./button.ts";
import { checkbox, toggle } from "./checkbox.ts";
import { code } from "./code.ts";
import { colorPicker } from "./color-picker.ts";
import { column, columns } from "./columns.ts";
import { container } from "./container.ts";
import { dateInput } from "./date-input.ts";
import { datetimeInput } from "./datetime-input.ts";
import { dialog } from "./dialog.ts";
import { divider } from "./divider.ts";
import { downloadButton } from "./download-button.ts";
import { empty } from "./empty.ts";
import { exception } from "./exception.ts";
import { expander } from "./expander.ts";
import { feedback } from "./feedback.ts";
import { formSubmitButton } from "./form-submit-button.ts";
import { form } from "./form.ts";
import { fragment } from "./fragment.ts";
import { heading } from "./heading.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { latex } from "./latex.ts";
import { linkButton } from "./link-button.ts";
import { markdown } from "./markdown.ts";
import { menuButton } from "./menu-button.ts";
import { metric } from "./metric.ts";
import { multiselect } from "./multiselect.ts";
import { numberInput } from "./number-input.ts";
import { pageLink } from "./page-link.ts";
import { pageNotFound } from "./page-not-found.ts";
import { pagination } from "./pagination.ts";
import { pills } from "./pills.ts";
import { popover } from "./popover.ts";
import { progress } from "./progress.ts";
import { radio } from "./radio.ts";
import { segmentedControl } from "./segmented-control.ts";
import { selectSlider } from "./select-slider.ts";
import { selectbox } from "./selectbox.ts";
import { skeleton } from "./skeleton.ts";
import { slider } from "./slider.ts";
import { space } from "./space.ts";
import { spinner } from "./spinner.ts";
import { status } from "./status.ts";
import { tab, tabs } from "./tabs.ts";
import { table } from "./table.ts";
import { text } from "./text.ts";
import { textArea } from "./text-area.ts";
import { textInput } from "./text-input.ts";
import { timeInput } from "./time-input.ts";
import { timeSlider } from "./time-slider.ts";

/** Every element there is. All derived types and registries are computed from this table. */
export const elements = {
  alert,
  badge,
  button,
  checkbox,
  code,
  colorPicker,
  column,
  columns,
  container,
  dateInput,
  datetimeInput,
  dialog,
  divider,
  downloadButton,
  empty,
  exception,
  expander,
  feedback,
  form,
  formSubmitButton,
  fragment,
  heading,
  html,
  json,
  latex,
  linkButton,
  markdown,
  menuButton,
  metric,
  multiselect,
  numberInput,
  pageLink,
  pageNotFound,
  pagination,
  pills,
  popover,
  progress,
  radio,
  segmentedControl,
  selectbox,
  selectSlider,
  skeleton,
  slider,
  space,
  spinner,
  status,
  tab,
  table,
  tabs,
  text,
  textArea,
  textInput,
  timeInput,
  timeSlider,
  toggle,
};

export type Elements = typeof elements;
export type ElementType = keyof Elements;
/** The types of one class: `TypeOf<"widget">` is `"checkbox" | "slider" | ...`. */
export type TypeOf<Class> = { [T in ElementType]: Elements[T]["class"] extends Class ? T : never }[ElementType];
export type DisplayType = TypeOf<"display">;
export type WidgetType = TypeOf<"widget">;
export type TriggerType = TypeOf<"trigger">;
export type BlockType = TypeOf<"block">;
export type PropsOf<T extends ElementType> = NonNullable<Elements[T]["$props"]>;
export type ValueOf<T extends ElementType> = NonNullable<Elements[T]["$value"]> | Extract<Elements[T]["$value"], null>;
