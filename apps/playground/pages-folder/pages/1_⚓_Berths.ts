import { st } from "rivulet";

st.title("Berths");
st.sidebar.selectbox("Quay", ["North", "South"], { key: "quay" });
const { arrived } = st.sessionState.init({ arrived: false });
st.text(`arrived: ${arrived}`);
