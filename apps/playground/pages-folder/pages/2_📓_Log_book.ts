import { st } from "rivulet";

st.title("Log book");
st.text(`arrived: ${String(st.sessionState["arrived"] ?? false)}`);
