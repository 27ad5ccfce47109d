import { st } from "rivulet";

st.title("Text areas");
st.write("The **log book** of the pilot boat. Ctrl+Enter, or leaving the field, writes it down.");

const log = st.textArea("Log", {
  required: true,
  live: true,
  minLength: 2,
  value: "06:10 on station\n07:25 Olga boarded",
  maxChars: 200,
  help: "Times are *local*.",
});
const remarks = st.textArea("Remarks", {
  value: null,
  placeholder: "None so far",
  key: "remarks",
  bind: "query-params",
  persistState: "page",
  height: "content",
});
st.textArea("Weather", { value: "Wind NW 5\nSea 3", height: 68, width: 320 });
st.textArea("Standing orders", { value: "Keep clear of the fairway.", disabled: true, height: 80 });
st.textArea("Search the log", {
  labelVisibility: "collapsed",
  placeholder: "Search the log",
  height: 68,
  onChange: (text) => st.toast(text),
});
st.container({ height: 220 }).textArea("As high as its box", { height: "stretch" });

st.text(`${log.split("\n").length} lines, ${remarks === null ? "no remarks" : `remarks: ${remarks}`}`);
