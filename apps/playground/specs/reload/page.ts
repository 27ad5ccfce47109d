import { st } from "rivulet";
import { blockAt, countRun, waitAt } from "../gate.ts";

const who = st.queryParams.get("who") ?? "";
const state = st.sessionState.init({ sum: 0 });

st.text(`run ${countRun(`runs-${who}`)}`);
const name = st.textInput("Name");
st.textInput("Note");
if (st.button("Add")) state.sum++;
st.text(`${name} has ${state.sum}`);
if (st.button("Wait")) {
  st.text("waiting");
  await waitAt(`wait-${who}`, st.signal);
  st.text("waited");
}
if (st.button("Compute")) blockAt("computed");
