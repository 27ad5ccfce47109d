import { st } from "rivulet";

st.title("Harbour **board**", { icon: ":material/anchor:", help: "Everything a skipper asks for." });
st.header("Arrivals", { divider: true });
st.header("Departures", { divider: true, anchor: "leaving" });
st.subheader("Today", { divider: "rainbow", textAlignment: "center" });
st.subheader("Tomorrow", { anchor: false, icon: "⛵" });
st.subheader("A heading that is cut to one line because there is so much in it that it would take two or three of them", { wrap: false });
