import { optionIdAt, optionIndex, optionIds, show, type Height, type Width } from "@rivulet/protocol";
import { badOption, RivuletError } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import { Container } from "../container.ts";
import { iconsInAll } from "../elements/icon/icons-in.ts";
import { checkOpening, checkShared } from "../elements/option-checks.ts";

export interface TabsOptions<Label extends string = string> {
  /** The label of the tab that is open at first. Default: the first one. */
  readonly value?: Label | undefined;
  /** Names the tabs; where changing them runs the page, `st.sessionState[key]` is the label of the open one. */
  readonly key?: string | undefined;
  /** Pixels or "stretch" (default). */
  readonly width?: Exclude<Width, "content"> | undefined;
  /** Pixels (what is taller scrolls), "content" (default) or "stretch". */
  readonly height?: Height | undefined;
  /** "rerun" or a function: changing the tab runs the page (after the function), so that `open` is known. Default "ignore". */
  readonly onChange?: "rerun" | "ignore" | ((label: Label) => unknown) | undefined;
}

/** One of several containers of which one is visible. */
export interface Tab extends Container {
  /** Whether it is the open one, as far as the page knows: true unless `onChange` was given. With it, skip what nobody sees. */
  readonly open: boolean;
}

/** A tab a label: a tuple where the compiler knows their number. */
export type Tabs<Labels extends readonly string[]> = { -readonly [K in keyof Labels]: Tab };

/**
 * Makes containers of which one is visible at a time, and a row of labels to change between them. Labels are inline markdown.
 * @throws BadOptionError for no labels, more than 100, or a `value` that is none of them.
 * @example
 * const [chart, data] = st.tabs(["Chart", "Data"]);
 * data.table(rows);
 */
export function tabs<const Labels extends readonly string[]>(
  this: Container,
  labels: Labels,
  options: TabsOptions<Labels[number]> = {},
): Tabs<Labels> {
  const site = takeCallSite("tabs", labels, options);
  const call = "st.tabs";
  checkShared(call, options);
  if (!Array.isArray(labels) || labels.length === 0 || labels.length > 100 || !labels.every((label) => typeof label === "string")) {
    throw badOption(call, "labels", "a list of 1 to 100 strings", labels);
  }
  const { value: initial, key, width, height, onChange } = options;
  checkOpening(call, onChange);
  if (initial !== undefined && !labels.includes(initial))
    throw badOption(call, "value", `one of the labels (${labels.map((label) => show(label)).join(", ")})`, initial);
  const stateful = onChange !== undefined && onChange !== "ignore";
  const props = {
    labels,
    height,
    initial,
    value: stateful ? (initial ?? optionIdAt(labels, 0)) : undefined,
    width,
    icons: iconsInAll(labels),
  };
  const decode = (id: string): string | undefined => labels[optionIndex(labels, id)];
  const encode = (given: unknown): unknown => {
    if (typeof given === "string" && labels.includes(given)) return given;
    throw new RivuletError("RIVULET_WIDGET_STATE", {
      key: key ?? "",
      problem: `holds ${show(given)}, which is none of the labels of ${call}.`,
    });
  };
  const row = this.block("tabs", props, {
    call,
    site,
    label: "",
    key,
    onChange: typeof onChange === "function" ? onChange : undefined,
    decode,
    encode,
  });
  const inside = new Container(row);
  return optionIds(labels).map((id, i) => {
    const place = inside.block("tab", { label: labels[i] as string }, { call, site: undefined, label: id });
    return Object.assign(new Container(place), { open: row.value === undefined || row.value === id });
  }) as Tabs<Labels>;
}
