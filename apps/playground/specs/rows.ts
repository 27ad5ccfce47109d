import { st } from "rivulet";
import { blockAt, waitAt } from "./gate.ts";

// Rows of which one is deleted by a run that is slow: before it has written any, or after it has written all.
const state = st.sessionState.init({ rows: ["a", "b", "c", "d"], clicks: [] as string[] });

const keyed = !st.sidebar.checkbox("Without keys");
const slow = st.sidebar.radio("Slow", ["before", "after", "blocking"]);
const gone = st.sidebar.selectbox("Delete", ["a", "b", "c", "d"], { value: null });
const deletes = gone !== null && state.rows.includes(gone);
if (deletes) state.rows = state.rows.filter((row) => row !== gone);

st.text(deletes ? "deleting" : "ready");
if (deletes && slow === "before") await waitAt("delete", st.signal);
if (deletes && slow === "blocking") blockAt("delete");
for (const row of state.rows) {
  const line = st.container({ border: true, key: keyed ? `line-${row}` : undefined });
  line.text(`row ${row}`);
  if (line.button("Choose", { key: keyed ? `choose-${row}` : undefined })) state.clicks.push(row);
  const note = line.textInput("Note", { key: keyed ? `note-${row}` : undefined });
  line.text(`note of ${row}: ${note || "none"}`);
}
st.text(`clicked: ${state.clicks.join(" ") || "none"}`);
if (deletes && slow === "after") await waitAt("delete", st.signal);
