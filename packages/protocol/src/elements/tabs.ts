import { block, type CommonProps, type Height } from "../element.ts";
import { parseOption } from "../option.ts";

/** Tabs: its children are `tab` blocks, one a label. `value` (the open tab's id) is there when stateful. */
export interface TabsProps extends CommonProps {
  readonly labels: readonly string[];
  readonly height?: Height | undefined;
  /** The label of the tab that is open at first. */
  readonly initial?: string | undefined;
  readonly value?: string | undefined;
}

export interface TabProps {
  readonly label: string;
}

export const tabs = block<TabsProps, string>((raw, { labels }) => parseOption(raw, labels));
export const tab = block<TabProps>();
