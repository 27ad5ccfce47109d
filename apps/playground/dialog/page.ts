import { setTimeout } from "node:timers/promises";
import { st } from "rivulet";

interface Berth {
  readonly name: string;
  readonly length: number;
}

st.title("Dialogs");
const state = st.sessionState.init({ pageRuns: 0, said: [] as string[], berths: [{ name: "North quay", length: 120 }] as Berth[] });
state.pageRuns++;
st.caption(`The page has run ${state.pageRuns} times.`);

st.header("A window that saves and closes", { divider: true });
const addBerth = st.dialog(
  "Add a berth",
  (length: number) => {
    const name = st.textInput("Name", { placeholder: "South quay" });
    const metres = st.slider("Length in metres", { min: 20, max: 400, step: 10, value: length });
    st.caption(name === "" ? "A berth needs a name." : `**${name}** will take ships of up to ${metres} m.`);
    if (st.button("Save", { type: "primary", disabled: name === "" })) {
      state.berths = [...state.berths, { name, length: metres }];
      st.rerun();
    }
  },
  { icon: ":material/anchor:" },
);
if (st.button("Add a berth")) addBerth(180);
st.table(state.berths);

st.header("A question that the page waits for", { divider: true });
const confirm = st.dialog("Close the harbour?", (ships: number) => {
  st.write(`${ships} ships are on their way. They will have to go elsewhere.`);
  const [yes, no] = st.columns(2);
  if (yes.button("Close it", { type: "primary", width: "stretch" })) return st.close("closed");
  if (no.button("Keep it open", { width: "stretch" })) return st.close("open");
  return undefined;
});
if (st.button("Close the harbour")) {
  const answer = await confirm(3);
  state.said = [...state.said, answer ?? "nothing"];
}
st.text(`Answers: ${state.said.join(", ") || "none yet"}`);

st.header("Sizes, and what follows a dismissal", { divider: true });
const log = st.dialog(
  "The log of the whole year",
  async () => {
    if (st.button("Load")) await st.spinner("Loading", () => setTimeout(200));
    st.table(Array.from({ length: 40 }, (_, i) => ({ day: i + 1, ships: (i * 7) % 11, cargo: "timber" })));
  },
  { width: "large", onDismiss: "rerun" },
);
const terms = st.dialog(
  "Terms of use",
  () => {
    st.write("These must be read to the end.");
    const choice = st.selectbox("Language", ["English", "Deutsch", "中文"]);
    if (st.button(`Agree in ${choice}`)) st.close();
  },
  { width: "medium", dismissible: false },
);
const note = st.dialog("Note", () => st.write("Nothing to do here."), {
  onDismiss: () => (state.said = [...state.said, "dismissed"]),
});
const row = st.container({ horizontal: true });
if (row.button("Log")) log();
if (row.button("Terms")) terms();
if (row.button("Note")) note();
