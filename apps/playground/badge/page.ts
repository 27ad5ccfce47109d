import { st } from "rivulet";

st.title("Badges");
const row = st.container({ horizontal: true });
for (const color of ["blue", "green", "yellow", "orange", "red", "violet", "gray", "primary"] as const) row.badge(color, { color });
st.badge("On time", { icon: ":material/check:", color: "green", help: "Within five minutes." });
st.badge("Fragile", { icon: "📦", color: "orange", width: 160 });
st.markdown("Badges stand in texts too: :green-badge[:material/check: checked] and :gray-badge[open].");
