import { st } from "rivulet";

st.title("Sidebar");
st.sidebar.header("Filters");
const flag = st.sidebar.selectbox("Flag", ["all", "Norway", "Malta"]);
const least = await st.sidebar.with(async (sidebar) => {
  st.caption("Written by `st` in the sidebar's body.");
  return sidebar.slider("At least tons", { max: 2000, step: 100 });
});
st.text(`ships of ${flag === "all" ? "all flags" : flag} with at least ${least} tons`);
st.bottom.caption("This line stays at the lower edge of the page.");
