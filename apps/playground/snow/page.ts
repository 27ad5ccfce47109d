import { st } from "rivulet";

st.title("Snow");
st.write("For winter, and other cold things.");
if (st.button("Let it snow", { type: "primary" })) st.snow();
