import { setTimeout } from "node:timers/promises";
import { st } from "rivulet";

const state = st.sessionState.init({ runs: 0 });
state.runs++;
st.text(`run ${state.runs}`);
const ask = st.dialog("Rename", (old: string) => {
  const name = st.textInput("Name", { value: old });
  const kind = st.selectbox("Kind", ["plain", "fancy"]);
  st.text(`preview: ${name} ${kind}`);
  if (st.button("Save")) return st.close(`${name} ${kind}`);
  return undefined;
});
const strict = st.dialog("Strict", () => (st.button("Done") ? st.close("done") : undefined), { dismissible: false });
const noting = st.dialog("Noting", () => {
  if (st.button("Note")) st.toast("Noted", { duration: "infinite" });
});
const wide = st.dialog("Wide", () => st.text("Nothing to press."), { width: "large" });
if (st.button("Open")) st.text(`answer: ${String(await ask("a"))}`);
if (st.button("Open strict")) st.text(`answer: ${String(await strict())}`);
if (st.button("Open wide")) wide();
if (st.button("Open noting")) noting();
if (st.button("Slow")) {
  const answer = await ask("slow");
  await setTimeout(300);
  st.text(`answer: ${String(answer)}`);
}
for (let i = 0; i < 60; i++) st.text(`line ${i}`);
