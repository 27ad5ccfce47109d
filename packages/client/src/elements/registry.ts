import { Column } from "../blocks/Column.tsx";
import { Columns } from "../blocks/Columns.tsx";
import { Container } from "../blocks/Container.tsx";
import { Empty } from "../blocks/Empty.tsx";
import { Expander } from "../blocks/Expander.tsx";
import { Fragment } from "../blocks/Fragment.tsx";
import { Spinner } from "../blocks/Spinner.tsx";
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
import { Markdown } from "./Markdown.tsx";
import { useMarkdown } from "./markdown/use-markdown.ts";
import { Metric } from "./Metric.tsx";
import { Multiselect } from "./Multiselect.tsx";
import { NumberInput } from "./NumberInput.tsx";
import { Pills, SegmentedControl } from "./OptionButtons.tsx";
import { Progress } from "./Progress.tsx";
import { Radio } from "./Radio.tsx";
import { Selectbox } from "./Selectbox.tsx";
import { SelectSlider } from "./SelectSlider.tsx";
import { Slider } from "./Slider.tsx";
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
  column: Column,
  columns: Columns,
  container: Container,
  divider: Divider,
  empty: Empty,
  exception: Exception,
  expander: Expander,
  feedback: lazyElement(
    () => import("./Feedback.tsx").then((module) => module.Feedback),
    ({ props }) => (props.label === "" ? 38 : 63),
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
  markdown: Object.assign(Markdown, { preload: useMarkdown.preload }),
  metric: Metric,
  multiselect: Multiselect,
  numberInput: NumberInput,
  pagination: lazyElement(
    () => import("./Pagination.tsx").then((module) => module.Pagination),
    ({ props }) => (props.label === "" ? 36 : 61),
  ),
  pills: Pills,
  progress: Progress,
  radio: Radio,
  segmentedControl: SegmentedControl,
  selectbox: Selectbox,
  selectSlider: SelectSlider,
  slider: Slider,
  spinner: Spinner,
  tab: Tab,
  table: Table,
  tabs: Tabs,
  text: Text,
  textInput: TextInput,
  toggle: Toggle,
};

/** A guess: an open tree has about a line for each comma and two for each bracket. */
function jsonHeight(body: string, expanded: boolean | number): number {
  const lines = expanded === false ? 1 : (body.match(/[,{[]/g)?.length ?? 0) + 2;
  return 20 + 21 * Math.min(lines, 40);
}
