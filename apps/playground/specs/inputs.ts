import { st } from "rivulet";

const state = st.sessionState.init({ runs: 0, opened: 0 });
state.runs += 1;
st.title("Inputs");
st.text(`run ${state.runs}`);
const log = st.textArea("Log", { value: "first", height: "content", maxChars: 30 });
const search = st.textInput("Search", { type: "search", live: 30 });
const mail = st.textInput("Mail", { type: "email" });
const later = st.textInput("Later", { onChange: "ignore" });
const spare = st.numberInput("Spare", { onChange: "ignore", value: 1 });
const action = st.menuButton("Actions", ["Edit", "Duplicate", ":red[Delete]", "Export"], {
  help: "What can be done",
  shortcut: "Ctrl+Shift+M",
});
st.linkButton("Report", "#report", { onClick: () => void (state.opened += 1), shortcut: "Ctrl+Shift+Y" });
st.linkButton("Elsewhere", "/health?a=1&copy=2");
st.linkButton("Nowhere", "/health", { disabled: true });
if (st.button("Go", { shortcut: "G" })) st.text("gone");
st.text(JSON.stringify({ log, search, mail, later, spare, action, opened: state.opened }));
const [left, right] = st.columns(2);
left.markdown("one\n\ntwo\n\nthree\n\nfour\n\nfive\n\nsix\n\nseven\n\neight");
right.textArea("Beside", { height: "stretch" });
st.container({ height: 300 }).textArea("Inside", { height: "stretch" });
