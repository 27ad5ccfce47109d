import { st } from "rivulet";

st.title("Space");
const sizes = ["xxsmall", "xsmall", "small", "medium", "large"] as const;
for (const size of sizes) {
  st.container({ border: true }).caption(size);
  st.space(size);
}
st.container({ border: true }).caption("and 80 pixels");
st.space(80);

st.header("Beside one another", { divider: true });
const row = st.container({ horizontal: true });
row.button("First");
row.space("large");
row.button("Second");
row.space("stretch");
row.button("At the end");

const column = st.container({ height: 240, border: true });
column.text("At the top");
column.space();
column.text("Below");
