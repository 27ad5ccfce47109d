import { st } from "rivulet";

st.setPageConfig({ title: "Settings of the harbour" });
st.title("Settings");
st.text("Nothing to set.");
