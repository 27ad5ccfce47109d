import { st } from "rivulet";

st.title("Menu buttons");
st.write("A menu button is a short list of actions behind a button. The page gets the action in the one run that its pick caused.");

const state = st.sessionState.init({ log: [] as string[] });
const berths = [
  { name: "Quay 1", depth: 8 },
  { name: "Quay 2", depth: 11 },
  { name: "Roads", depth: 24 },
];

const format = st.menuButton("Export", ["CSV", "Excel", "JSON"], { icon: ":material/download:", type: "primary" });
if (format !== null) st.text(`exported as ${format}`);
st.menuButton("Move the Olga to", berths, {
  key: "berth",
  format: ({ name, depth }) => `${name} · ${depth} m`,
  onClick: ({ name }) => void state.log.push(name),
  help: "Where she lies *next*.",
});
st.text(`moved to: ${state.log.join(", ") || "nowhere"}`);

const row = st.container({ horizontal: true });
row.menuButton("Edit", [":material/edit: Rename", ":material/content_copy: Duplicate", ":material/delete: :red[Delete]"], {
  type: "tertiary",
  shortcut: "Ctrl+Shift+E",
});
row.menuButton("Nothing to do", [] as string[], { icon: "🎉", iconPosition: "right" });
row.menuButton("Not now", ["Never"], { disabled: true });
st.menuButton("As wide as the page, with a label that is long enough to be cut where there is little room", ["One"], {
  width: "stretch",
  wrap: false,
});
