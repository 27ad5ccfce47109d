import { st } from "rivulet";

// Every element once. An identical rerun of this page must leave the browser's document alone.
st.setPageConfig({ title: "Everything" });
st.title("Everything", { icon: ":material/anchor:" });
st.logo(
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><circle cx='8' cy='8' r='8' fill='rgb(79 70 229)'/></svg>",
);
st.header("Texts", { divider: true });
st.subheader("All of them");
st.write("Written", 1, true, new Date("2026-11-22T00:00:00Z"));
st.markdown("**Bold**, :red[red], :blue-badge[badge], :material/home:, $x^2$ and :tada:");
st.caption("A caption");
st.text("A text");
st.code("const answer = 42;");
st.latex(String.raw`\int_0^1 x \, dx`);
st.divider();
st.html`<p>HTML with ${"<data>"}</p>`;
st.json({ a: [1, { b: null }] });
st.metric("Metric", 5, { delta: 1, chartData: [1, 3, 2], border: true });
st.badge("Badge", { icon: ":material/check:" });
st.table([{ a: 1, b: "x" }]);

st.header("Messages", { divider: true });
st.success("Success");
st.info("Info");
st.warning("Warning");
st.error("Error");
st.exception(new RangeError("An exception that is only shown"));
st.skeleton({ width: 200 });
st.progress(0.5, { text: "Half" });
await st.spinner("Spinner", async () => st.text("inside the spinner"));

st.header("Widgets", { divider: true });
const pressed = st.button("Button");
st.linkButton("Link button", "https://example.org");
st.pageLink("https://example.org", { label: "Page link" });
st.downloadButton("Download button", "text", { fileName: "text.txt" });
const picked = st.menuButton("Actions", ["first", "second"]);
const values = {
  checkbox: st.checkbox("Checkbox"),
  toggle: st.toggle("Toggle"),
  slider: st.slider("Slider", { value: 5 }),
  range: st.slider("Range", { value: [20, 60] }),
  days: st.slider("Days", { value: "2026-11-22" }),
  textArea: st.textArea("Text area", { value: "some\nlines" }),
  textInput: st.textInput("Text input", { value: "text" }),
  numberInput: st.numberInput("Number input", { value: 3 }),
  selectbox: st.selectbox("Selectbox", ["one", "two"]),
  radio: st.radio("Radio", ["left", "right"]),
  picked,
  dateInput: st.dateInput("Date input", { value: "2026-11-22" }),
  dateRange: st.dateInput("Date range", { value: ["2026-11-22", "2026-11-25"] }),
  timeInput: st.timeInput("Time input", { value: "13:45" }),
  datetimeInput: st.datetimeInput("Datetime input", { value: "2026-11-22T13:45" }),
  colorPicker: st.colorPicker("Color picker", { value: "#4f46e5" }),
  multiselect: st.multiselect("Multiselect", ["x", "y", "z"], { value: ["y"] }),
  segmentedControl: st.segmentedControl("Segmented control", ["day", "night"], { value: "day" }),
  pills: st.pills("Pills", ["p", "q"], { selectionMode: "multi" }),
  feedback: st.feedback("stars"),
  selectSlider: st.selectSlider("Select slider", ["S", "M", "L"]),
  pagination: st.pagination(9),
};
st.text(`${pressed ? "pressed" : "not pressed"} ${JSON.stringify(values)}`);

st.header("Containers", { divider: true });
st.empty().text("in a placeholder");
st.container({ border: true }).text("in a container");
const [left, right] = st.columns(2);
left.text("in the left column");
right.text("in the right column");
const [first, second] = st.tabs(["First tab", "Second tab"], { onChange: "rerun" });
first.text("in the first tab");
second.text("in the second tab");
st.popover("Popover").text("in the popover");
st.status("Status", { expanded: true, state: "complete" }).text("in the status box");
st.space("large");
st.expander("Expander", { expanded: true, onChange: "rerun" }).text("in the expander");
const form = st.form("form");
const inForm = form.textInput("Text input in a form");
form.text(`submitted ${form.formSubmitButton()} ${inForm}`);
const dialog = st.dialog("Dialog", () => st.text("in the dialog"));
if (st.button("Open a dialog")) dialog();
st.fragment(() => st.text("in a fragment"))();
st.sidebar.text("in the sidebar");
st.bottom.text("at the bottom");
