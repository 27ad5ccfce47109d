import { st } from "rivulet";

st.title("Berths");
st.sidebar.selectbox("Quay", ["North", "South"], { key: "quay" });
st.text(`arrived: ${String(st.sessionState["arrived"] ?? false)}`);
