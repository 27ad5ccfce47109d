import { st } from "rivulet";

st.title("Balloons");
st.write("For when something is done. Whoever has asked their device for less motion sees none.");
if (st.button("Celebrate", { type: "primary" })) st.balloons();
