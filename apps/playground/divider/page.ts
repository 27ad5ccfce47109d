import { st } from "rivulet";

st.title("Dividers");
st.write("Above the line");
st.divider();
st.write("Below it, and before a shorter one");
st.divider({ width: 200 });
