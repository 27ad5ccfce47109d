import type { LabelledProps, PropsOf } from "@rivulet/protocol";
import { Column } from "../blocks/Column.tsx";
import { Columns } from "../blocks/Columns.tsx";
import { Container } from "../blocks/Container.tsx";
import { Dialog } from "../blocks/Dialog.tsx";
import { Empty } from "../blocks/Empty.tsx";
import { Expander } from "../blocks/Expander.tsx";
import { Form } from "../blocks/Form.tsx";
import { Fragment } from "../blocks/Fragment.tsx";
import { Popover } from "../blocks/Popover.tsx";
import { Spinner } from "../blocks/Spinner.tsx";
import { Status } from "../blocks/Status.tsx";
import { Tab } from "../blocks/Tab.tsx";
import { Tabs } from "../blocks/Tabs.tsx";
import { Alert } from "./Alert.tsx";
import { Badge } from "./Badge.tsx";
import { Button } from "./Button.tsx";
import { Checkbox, Toggle } from "./Checkbox.tsx";
import { Code } from "./Code.tsx";
import { Divider } from "./Divider.tsx";
import type { ElementRegistry } from "./element-registry.ts";
import { Exception } from "./Exception.tsx";
import { Heading } from "./Heading.tsx";
import { Latex } from "./Latex.tsx";
import { lazyElement } from "./LazyElement.tsx";
import { LinkButton } from "./LinkButton.tsx";
import { Markdown } from "./Markdown.tsx";
import { useMarkdown } from "./markdown/use-markdown.ts";
import { Progress } from "./Progress.tsx";
import { Radio } from "./Radio.tsx";
import { Skeleton } from "./Skeleton.tsx";
import { Space } from "./Space.tsx";
import { Table } from "./Table.tsx";
import { Text } from "./Text.tsx";
import { TextInput } from "./TextInput.tsx";

/** Which component renders which element. What is small is here; what brings a library loads when its first delta arrives. */
export const registry: ElementRegistry = {
  alert: Alert,
  badge: Badge,
  button: Button,
  checkbox: Checkbox,
  code: Code,
  colorPicker: lazyElement(() => import("./ColorPicker.tsx").then((module) => module.ColorPicker), fieldHeight),
  column: Column,
  columns: Columns,
  container: Container,
  dateInput: lazyElement(() => import("./date/DateInput.tsx").then((module) => module.DateInput), fieldHeight),
  datetimeInput: lazyElement(() => import("./date/DatetimeInput.tsx").then((module) => module.DatetimeInput), fieldHeight),
  dialog: Dialog,
  divider: Divider,
  downloadButton: lazyElement(
    () => import("./DownloadButton.tsx").then((module) => module.DownloadButton),
    () => 38,
  ),
  empty: Empty,
  exception: Exception,
  expander: Expander,
  feedback: lazyElement(
    () => import("./Feedback.tsx").then((module) => module.Feedback),
    ({ props }) => (props.label === "" ? 38 : 63),
  ),
  form: Form,
  formSubmitButton: lazyElement(
    () => import("./FormSubmitButton.tsx").then((module) => module.FormSubmitButton),
    () => 38,
  ),
  fragment: Fragment,
  heading: Heading,
  html: lazyElement(
    () => import("./Html.tsx").then((module) => module.Html),
    () => 24,
  ),
  json: lazyElement(
    () => import("./Json.tsx").then((module) => module.Json),
    ({ props }) => jsonHeight(props.body, props.expanded ?? true),
  ),
  latex: Latex,
  linkButton: LinkButton,
  markdown: Object.assign(Markdown, { preload: useMarkdown.preload }),
  menuButton: lazyElement(
    () => import("./MenuButton.tsx").then((module) => module.MenuButton),
    () => 38,
  ),
  metric: lazyElement(() => import("./number-elements.ts").then((module) => module.Metric), metricHeight),
  multiselect: lazyElement(() => import("./choice-elements.ts").then((module) => module.Multiselect), fieldHeight),
  numberInput: lazyElement(() => import("./number-elements.ts").then((module) => module.NumberInput), fieldHeight),
  pageLink: lazyElement(
    () => import("./PageLink.tsx").then((module) => module.PageLink),
    () => 32,
  ),
  pageNotFound: lazyElement(
    () => import("./PageNotFound.tsx").then((module) => module.PageNotFound),
    () => 140,
  ),
  pagination: lazyElement(
    () => import("./Pagination.tsx").then((module) => module.Pagination),
    ({ props }) => (props.label === "" ? 36 : 61),
  ),
  pills: lazyElement(() => import("./choice-elements.ts").then((module) => module.Pills), labelled(32)),
  popover: Popover,
  progress: Progress,
  radio: Radio,
  segmentedControl: lazyElement(() => import("./choice-elements.ts").then((module) => module.SegmentedControl), fieldHeight),
  selectbox: lazyElement(() => import("./choice-elements.ts").then((module) => module.Selectbox), fieldHeight),
  selectSlider: lazyElement(() => import("./number-elements.ts").then((module) => module.SelectSlider), labelled(40)),
  skeleton: Skeleton,
  slider: lazyElement(() => import("./number-elements.ts").then((module) => module.Slider), labelled(40)),
  space: Space,
  spinner: Spinner,
  status: Status,
  tab: Tab,
  table: Table,
  tabs: Tabs,
  text: Text,
  textArea: lazyElement(
    () => import("./TextArea.tsx").then((module) => module.TextArea),
    ({ props }) => (typeof props.height === "number" ? props.height : props.height === "content" ? 68 : 114) + 25,
  ),
  textInput: TextInput,
  timeInput: lazyElement(() => import("./date/TimeInput.tsx").then((module) => module.TimeInput), fieldHeight),
  timeSlider: lazyElement(() => import("./number-elements.ts").then((module) => module.TimeSlider), labelled(40)),
  toggle: Toggle,
};

/** A label's line, the gap and a control. */
function fieldHeight({ props }: { readonly props: LabelledProps }): number {
  return props.labelVisibility === "collapsed" ? 38 : 63;
}

/** As `fieldHeight`, with a control of another height. */
function labelled(control: number): typeof fieldHeight {
  return (element) => fieldHeight(element) + control - 38;
}

function metricHeight({ props: { height, chartData } }: { readonly props: PropsOf<"metric"> }): number {
  return typeof height === "number" ? height : chartData?.length ? 124 : 84;
}

/** A guess: an open tree has about a line for each comma and two for each bracket. */
function jsonHeight(body: string, expanded: boolean | number): number {
  const lines = expanded === false ? 1 : (body.match(/[,{[]/g)?.length ?? 0) + 2;
  return 20 + 21 * Math.min(lines, 40);
}
