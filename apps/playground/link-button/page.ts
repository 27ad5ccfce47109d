import { st } from "rivulet";

st.title("Link buttons");
st.write("A link button opens an address beside the page. With `onClick` the page hears of it.");

const state = st.sessionState.init({ opened: 0 });

const row = st.container({ horizontal: true });
row.linkButton("Tide tables", "https://example.org/tides", { type: "primary", icon: ":material/waves:" });
row.linkButton("Charts", "https://example.org/charts", { icon: "🗺️", iconPosition: "right" });
row.linkButton("Call the harbour office", "tel:+442079460018", { type: "tertiary", help: "Open from **6** to 18." });
row.linkButton("Closed in winter", "https://example.org/bar", { disabled: true });

if (st.linkButton("Notices to mariners", "#notices", { onClick: "rerun", shortcut: "Ctrl+Shift+L" })) st.text("read");
st.linkButton("Weather report", "#weather", { key: "weather", onClick: () => void (state.opened += 1), width: "stretch", wrap: false });
st.text(`opened: ${state.opened}`);
