import { st } from "rivulet";

st.title("Log book");
const { arrived } = st.sessionState.init({ arrived: false });
st.text(`arrived: ${arrived}`);
