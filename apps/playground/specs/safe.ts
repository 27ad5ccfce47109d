import { st } from "rivulet";
import { HTML_ATTACKS, MARKDOWN_ATTACKS } from "./attacks.ts";

for (const attack of HTML_ATTACKS) st.html(attack);
for (const attack of [...MARKDOWN_ATTACKS, ...HTML_ATTACKS]) {
  st.markdown(attack);
  st.markdown(`text before ${attack}`);
}
const all = MARKDOWN_ATTACKS.concat(HTML_ATTACKS);
st.html`<p title="${HTML_ATTACKS.join(" ")}">${HTML_ATTACKS.join(" ")}</p>`;
for (const attack of all) {
  st.caption(attack, { help: attack });
  st.text(attack);
  st.code(attack);
}
const some = all.filter((_, i) => i % 4 === 0);
for (const attack of some) {
  st.title(attack);
  st.info(attack);
  st.metric(attack, attack, { delta: attack });
  st.badge(attack);
  st.button(attack, { help: attack });
  st.checkbox(attack);
  st.linkButton(attack, "#here", { help: attack });
  st.menuButton(attack, [attack]);
  st.textArea(attack, { value: attack, placeholder: attack });
  st.textInput(attack, { value: attack, placeholder: attack });
  st.expander(attack).markdown(attack);
  st.exception(new Error(attack));
}
st.selectbox("Selectbox", all);
st.radio("Radio", all, { captions: all });
st.multiselect("Multiselect", all, { value: some });
st.segmentedControl("Segmented control", all);
st.pills("Pills", all, { selectionMode: "multi", value: some });
st.feedback("stars", { label: "Feedback" });
st.selectSlider("Select slider", all);
st.pagination(3, { label: "Pagination" });
st.tabs(some);
st.json(all);
st.table(all.map((attack) => ({ [attack]: attack })).slice(0, 5));
st.latex(
  String.raw`\href{javascript:globalThis.pwned=1}{x} \url{javascript:globalThis.pwned=1} \htmlData{onclick=globalThis.pwned=1}{y} \includegraphics{data:,x}`,
);
st.text("everything is shown");
