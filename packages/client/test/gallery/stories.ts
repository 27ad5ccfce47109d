import type { Node } from "@rivulet/protocol";
import { block, columns, node } from "./build.ts";

const ICONS = {
  anchor:
    "M13 9V7.82C14.16 7.4 15 6.3 15 5c0-1.65-1.35-3-3-3S9 3.35 9 5c0 1.3.84 2.4 2 2.82V9H8v2h3v8.92c-2.22-.33-4.59-1.68-5.55-3.37L7 15l-4-3v3c0 3.88 4.92 7 9 7s9-3.12 9-7v-3l-4 3 1.55 1.55c-.96 1.69-3.33 3.04-5.55 3.37V11h3V9z",
};
const LANGUAGE_MARKDOWN = `# Harbour notes

Wind from the **north-west**, \`6 Bft\`, gusts ~~8~~ *9*. See the [tide table](https://example.com/tides) or mail <crew@example.com>.

## What changed

1. Berth :blue[North] is :green-badge[open], :red-badge[crane 3] is down -> tow at 14:00
2. :orange-background[Fuel] only with a :small[written] order
   - [x] pilot booked
   - [ ] papers signed
3. Depth $d = \\sqrt{h^2 + 4}$ metres at >= 2 m tide :ship: :material/anchor:

> Ships over 200 m wait outside
> until the *tide* turns.

| ship | berth | tons |
|:-----|:-----:|-----:|
| MV Aurora | North | 43,541 |
| MV Borealis | South | 81,830 |

$$
\\int_0^{12} v(t)\\,dt = 42
$$

\`\`\`ts
import { st } from "rivulet";

// One slider, one sentence.
const age = st.slider("Age", { min: 0, max: 120, value: 30 });
st.write(\`You are \${age} years old\`);
\`\`\`

---

<b>not bold</b> and <script>alert(1)</script> are only text. :rainbow[All colours.]
`;

const form: readonly Node[] = [
  node("heading", { body: "Register a ship", level: 1 }),
  node("markdown", { body: "All fields can be changed until the ship is *moored*." }),
  block(
    "container",
    { border: true },
    columns(
      [1, 1],
      [node("textInput", { label: "Name", value: "MV Aurora", kind: "default" })],
      [
        node("textInput", {
          label: "IMO number",
          value: "",
          kind: "default",
          placeholder: "9 digits",
          validate: ["[0-9]{9}", "An IMO number has nine digits"],
        }),
      ],
    ),
    columns(
      [1, 1],
      [
        node("numberInput", {
          label: "Length (m)",
          value: 182.5,
          min: 10,
          max: 400,
          step: 0.5,
          integer: false,
          clearable: false,
          format: "%.2f",
        }),
      ],
      [
        node("numberInput", {
          label: "Crew",
          value: 21,
          min: 1,
          max: 60,
          step: 1,
          integer: true,
          clearable: false,
          help: "Everybody on board, passengers *not* counted.",
        }),
      ],
    ),
    node("radio", { label: "Purpose", value: "Cargo", options: ["Cargo", "Ferry", "Research", "Repair"], horizontal: true }),
    node("selectbox", { label: "Flag", value: "Norway", options: ["Norway", "Panama", "Liberia", "Malta"], clearable: false }),
    node("multiselect", { label: "Services", value: ["pilot", "water"], options: ["pilot", "tug", "fuel", "water", "waste"] }),
    node("slider", { label: "Draught (m)", value: 8.2, min: 0, max: 20, step: 0.1 }),
    node("checkbox", { label: "Dangerous goods on board", value: false }),
    node("toggle", { label: "Needs a pilot", value: true, help: "Ships over 100 m always do." }),
    node("button", { label: "Register", kind: "primary" }),
  ),
  node("alert", { kind: "success", body: "MV Borealis was registered at 09:12." }),
];

const dashboard: readonly Node[] = [
  node("heading", { body: "Harbour board", level: 1 }),
  node("markdown", { body: "Arrivals and departures, updated every minute", caption: true }),
  columns(
    [1, 1, 1, 1],
    [
      node("metric", {
        label: "Ships in port",
        value: "42",
        delta: "3",
        deltaArrow: "up",
        deltaColor: "good",
        chartData: [31, 34, 33, 38, 36, 39, 41, 40, 42],
      }),
    ],
    [
      node("metric", {
        label: "Waiting",
        value: "7",
        delta: "-2",
        deltaArrow: "down",
        deltaColor: "good",
        chartData: [12, 9, 11, 8, 9, 7],
        chartType: "bar",
      }),
    ],
    [
      node("metric", {
        label: "Mean stay",
        value: "18.4 h",
        delta: "0.6 h",
        deltaArrow: "up",
        deltaColor: "bad",
        chartData: [17, 16.5, 18, 17.2, 17.8, 18.4],
        chartType: "area",
      }),
    ],
    [
      node("metric", {
        label: "Berths free",
        value: "11",
        delta: "0",
        deltaArrow: "none",
        help: "Counted at noon.",
        chartData: [9, 10, 10, 12, 11, 11],
      }),
    ],
  ),
  columns(
    [2, 1],
    [
      node("heading", { body: "Ships", level: 2 }),
      node("table", {
        columns: [
          { name: "ship", align: "left" },
          { name: "berth", align: "left" },
          { name: "tons", align: "right" },
          { name: "in", align: "left" },
        ],
        cells: [
          ["MV Aurora", "MV Borealis", "MV Cassini", "MV Dione", "MV Enceladus", "MV Fornax"],
          ["North", "South", "North", "Old quay", "South", "North"],
          ["43,541", "81,830", "36,851", "5,447", "65,102", "71,030"],
          ["2026-11-01 00:00", "2026-11-02 07:00", "2026-11-03 14:00", "2026-11-04 21:00", "2026-11-06 04:00", "2026-11-07 11:00"],
        ],
      }),
    ],
    [
      node("heading", { body: "Load", level: 2 }),
      node("progress", { value: 0.72, text: "Crane 1 - 72 %" }),
      node("progress", { value: 0.31, text: "Crane 2 - 31 %" }),
      node("alert", { kind: "warning", body: "Crane 3 closed until noon" }),
    ],
  ),
  block(
    "tabs",
    { labels: ["Notes", "Codes"] },
    block("tab", { label: "Notes" }, node("markdown", { body: "**Wind** from *north-west*, `6 Bft`." })),
    block("tab", { label: "Codes" }, node("badge", { label: "pilot", color: "violet" })),
  ),
  columns(
    [1, 1],
    [node("alert", { kind: "info", body: "Pilot on board at 13:45" })],
    [node("alert", { kind: "error", body: "Radar lost contact with **MV Dione**", title: "Contact lost" })],
  ),
  block(
    "expander",
    { label: "Details", expanded: true },
    node("json", { body: '{"pilot":true,"eta":["13:45","14:10"],"tugs":2,"note":null}' }),
  ),
];

const many = Array.from({ length: 10_000 }, (_, at) => `Option ${at}`);

const widgets: readonly Node[] = [
  node("heading", { body: "Widgets", level: 1, divider: "rainbow" }),
  node("heading", { body: "Text and numbers", level: 2 }),
  columns(
    [1, 1, 1],
    [node("textInput", { label: "Password", value: "secret", kind: "password" })],
    [node("textInput", { label: "Mail", value: "crew@example.com", kind: "email", help: "Only for *urgent* notes." })],
    [node("textInput", { label: "Short", value: "abc", kind: "default", maxChars: 8 })],
  ),
  columns(
    [1, 1, 1],
    [node("textInput", { label: "Live", value: "", kind: "search", live: 250, placeholder: "Search" })],
    [node("textInput", { label: "Disabled text", value: "cannot change", kind: "default", disabled: true })],
    [node("numberInput", { label: "Nullable", value: null, step: 1, integer: false, clearable: true, placeholder: "Any number" })],
  ),
  columns(
    [1, 1],
    [node("numberInput", { label: "Disabled number", value: 3, step: 1, integer: true, clearable: false, disabled: true })],
    [node("textInput", { label: "Hidden label", value: "label keeps its place", kind: "default", labelVisibility: "hidden" })],
  ),
  node("textInput", { label: "Collapsed label", value: "no label at all", kind: "default", labelVisibility: "collapsed" }),
  node("numberInput", { label: "Share", value: 0.256, step: 0.01, integer: false, clearable: false, format: "percent" }),
  node("heading", { body: "Choices", level: 2 }),
  columns(
    [1, 1],
    [node("selectbox", { label: "Many", value: "Option 5000", options: many, clearable: true })],
    [node("selectbox", { label: "Nothing chosen", value: null, options: ["one", "two"], clearable: true, acceptNewOptions: true })],
  ),
  columns(
    [1, 1],
    [node("selectbox", { label: "Not searchable", value: "one", options: ["one", "two", "three"], clearable: false, filterMode: "none" })],
    [node("selectbox", { label: "Disabled choice", value: "one", options: ["one", "two"], clearable: false, disabled: true })],
  ),
  node("multiselect", {
    label: "At most three",
    value: ["red", "green", "blue"],
    options: ["red", "green", "blue", "yellow", "violet", "orange"],
    maxSelections: 3,
  }),
  node("multiselect", { label: "New ones", value: [], options: ["apple", "pear"], acceptNewOptions: true }),
  node("multiselect", { label: "Disabled choices", value: ["apple"], options: ["apple", "pear"], disabled: true }),
  columns(
    [1, 1],
    [
      node("radio", {
        label: "With captions",
        value: "Fast",
        options: ["Fast", "Careful", "**Slow**"],
        captions: ["Costs twice as much", "", "Takes *three* days"],
        help: "How the cargo travels.",
      }),
    ],
    [
      node("radio", { label: "Disabled radio", value: "Cargo", options: ["Cargo", "Ferry"], disabled: true }),
      node("checkbox", { label: "Ticked", value: true, help: "A box that is ticked." }),
      node("checkbox", { label: "Disabled box", value: true, disabled: true }),
      node("toggle", { label: "Off", value: false }),
      node("toggle", { label: "Disabled switch", value: true, disabled: true }),
    ],
  ),
  node("heading", { body: "Buttons that stay", level: 2 }),
  node("pills", {
    label: "Services wanted",
    value: ["tug"],
    options: ["pilot", "tug", ":material/anchor: anchorage", "**waste**"],
    icons: ICONS,
  }),
  node("pills", { label: "One line of pills", value: null, options: many.slice(0, 20), wrap: false, help: "Scrolls sideways." }),
  node("segmentedControl", { label: "Shown as", value: "map", options: ["map", "list", "timeline"], required: true }),
  node("segmentedControl", {
    label: "Sign",
    value: ":material/anchor:",
    options: [":material/anchor:", "⚓", "none"],
    icons: ICONS,
    width: "stretch",
  }),
  node("segmentedControl", { label: "Disabled segments", value: ["b"], options: ["a", "b", "c"], disabled: true }),
  columns(
    [1, 1, 1],
    [node("feedback", { label: "", value: 1, scale: "thumbs" })],
    [node("feedback", { label: "Mood", value: null, scale: "faces" })],
    [node("feedback", { label: "Stars", value: 2, scale: "stars", disabled: true })],
  ),
  node("pagination", { label: "", value: 10, pages: 20, maxVisible: 7 }),
  node("pagination", { label: "Arrows alone", value: 1, pages: 3, maxVisible: 0, disabled: true }),
  node("heading", { body: "Sliders", level: 2 }),
  node("slider", { label: "Age", value: 30, min: 0, max: 120, step: 1, help: "In years" }),
  node("slider", { label: "Tide (cm)", value: [80, 240], min: -50, max: 450, step: 5, format: "%d cm" }),
  node("slider", { label: "Close together", value: [50, 52], min: 0, max: 100, step: 1 }),
  node("slider", { label: "At the end", value: 1, min: 0, max: 1, step: 0.01, format: "percent" }),
  node("slider", { label: "Disabled slider", value: 3, min: 0, max: 10, step: 1, disabled: true }),
  node("selectSlider", { label: "Size", value: "M", options: ["S", "M", "L"] }),
  node("selectSlider", { label: "From to", value: ["Option 10", "Option 9000"], options: many }),
  node("heading", { body: "Buttons", level: 2 }),
  block(
    "container",
    { horizontal: true, gap: "xsmall" },
    node("button", { label: "Primary", kind: "primary", help: "What most people want" }),
    node("button", { label: "Secondary", kind: "secondary", icon: ":material/anchor:", icons: ICONS }),
    node("button", { label: "Tertiary", kind: "tertiary" }),
    node("button", { label: "Search", kind: "secondary", shortcut: "Ctrl+K" }),
    node("button", { label: "Working", kind: "secondary", icon: "spinner", iconPosition: "right" }),
    node("button", { label: "Disabled", kind: "primary", disabled: true }),
    node("button", { label: "Letter", kind: "secondary", shortcut: "X" }),
  ),
  node("button", { label: "As wide as its place", kind: "secondary", width: "stretch" }),
];

const display: readonly Node[] = [
  node("heading", { body: "Text and data", level: 1, icon: "⚓", help: "Everything that is only shown." }),
  node("markdown", { body: LANGUAGE_MARKDOWN, icons: ICONS }),
  node("text", { body: "Text as it is: *no* markdown,\nline breaks kept.", help: "Really." }),
  block(
    "container",
    { horizontal: true, gap: "xsmall" },
    ...(["red", "orange", "yellow", "green", "blue", "violet", "gray", "primary"] as const).map((color) =>
      node("badge", { label: color, color }),
    ),
    node("badge", { label: "anchored", color: "blue", icon: ":material/anchor:", icons: ICONS, help: "With an icon and help" }),
  ),
  node("code", {
    body: "SELECT ship, sum(tons)\nFROM arrivals\nWHERE berth = 'North' -- only there\nGROUP BY ship;",
    language: "sql",
    lineNumbers: true,
  }),
  node("code", {
    body: "plain text without a language, long enough to be wrapped on any screen that is not very, very wide indeed, if wrapping is on",
    wrapLines: true,
  }),
  node("latex", { body: "e^{i\\pi} + 1 = 0" }),
  node("divider", {}),
  node("json", {
    body: '{"ships":[{"name":"MV Aurora","tons":43541,"pilot":true},{"name":"MV Borealis","tons":81830,"pilot":null}],"count":2}',
    expanded: 1,
  }),
  node("table", {
    columns: [
      { name: "port", align: "left" },
      { name: "**ships**", align: "right" },
      { name: "a very long column title", align: "right" },
      { name: "and one more of them", align: "left" },
      { name: "the last of all the columns", align: "left" },
    ],
    cells: [
      Array.from({ length: 30 }, (_, at) => `Port ${at}`),
      Array.from({ length: 30 }, (_, at) => String(at * 37)),
      Array.from({ length: 30 }, (_, at) => (at * 1234.5).toFixed(2)),
      Array.from({ length: 30 }, () => ":green[open]"),
      Array.from({ length: 30 }, () => "some words to fill the cell"),
    ],
    height: 240,
  }),
  node("table", {
    columns: [
      { name: "a", align: "left" },
      { name: "b", align: "right" },
    ],
    cells: [
      ["x", "y"],
      ["1", "2"],
    ],
    border: "horizontal",
  }),
  node("html", {
    body: '<p style="font-style: italic">HTML, <b>made safe</b><script>window.pwned = 1</script><img src="data:," alt="" onerror="window.pwned = 1"></p>',
  }),
  node("exception", {
    error: {
      name: "TypeError",
      message: "Cannot read properties of undefined (reading 'tons')",
      frame: {
        file: "pages/harbour.ts",
        line: 14,
        column: 23,
        excerpt: [
          { line: 12, text: "const ships = await load();" },
          { line: 13, text: "" },
          { line: 14, text: "const total = ships[7].tons + ships[0].tons;" },
          { line: 15, text: 'st.metric("Tons", total);' },
        ],
      },
      stack: ["total (pages/harbour.ts:14:23)", "page (pages/harbour.ts:3:1)"],
      hint: "The list has six ships: the last is ships[5].",
    },
  }),
  node("exception", { error: { name: "Error", message: "Something went wrong.", id: "9f2c-77" } }),
];

const layout: readonly Node[] = [
  node("heading", { body: "Layout", level: 1, divider: "blue" }),
  columns(
    [1, 2, 1],
    [node("alert", { kind: "info", body: "1" })],
    [node("alert", { kind: "success", body: "2" })],
    [node("alert", { kind: "warning", body: "1" })],
  ),
  block(
    "columns",
    { verticalAlignment: "center", gap: "medium" },
    block("column", { weight: 1, border: true }, node("text", { body: "middle" })),
    block("column", { weight: 1, border: true }, node("text", { body: "three\nlines of\ntext" })),
  ),
  block(
    "container",
    { border: true, horizontal: true, horizontalAlignment: "distribute", verticalAlignment: "center" },
    node("text", { body: "left" }),
    node("button", { label: "right", kind: "secondary" }),
  ),
  block("container", { height: 120, autoscroll: true }, ...Array.from({ length: 12 }, (_, at) => node("text", { body: `line ${at}` }))),
  block("empty", {}),
  block("empty", {}, node("text", { body: "the one element of a placeholder" })),
  block("expander", { label: "Closed", icon: "📦" }, node("text", { body: "inside" })),
  block("expander", { label: "Stateful", value: true }, node("text", { body: "inside" })),
  block("expander", { label: "Compact", kind: "compact", expanded: true }, node("text", { body: "inside" })),
  block(
    "container",
    { gap: "xsmall" },
    block("expander", { label: "First step", kind: "step" }, node("text", { body: "done" })),
    block("expander", { label: "Second step", kind: "step", expanded: true }, node("text", { body: "running" })),
    block("expander", { label: "Third step", kind: "step" }, node("text", { body: "waiting" })),
  ),
  block("spinner", { text: "Loading *everything*", active: true, showTime: true }, node("text", { body: "so far" })),
  block("spinner", { text: "over", active: false }),
  block(
    "tabs",
    { labels: ["One", "Two", "Three with a **longer** label", "Four", "Five and more", "Six"], initial: "Two" },
    ...["One", "Two", "Three", "Four", "Five", "Six"].map((label) =>
      block("tab", { label }, node("text", { body: `content of ${label}` })),
    ),
  ),
  block(
    "tabs",
    { labels: ["A", "B"], value: "B" },
    block("tab", { label: "A" }, node("text", { body: "in A" })),
    block("tab", { label: "B" }, node("text", { body: "in B" })),
  ),
];

/** Pages of components in many states. */
export const stories = { form, dashboard, widgets, display, layout };
export type StoryName = keyof typeof stories;
