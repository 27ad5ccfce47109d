import { st } from "rivulet";

st.title("Harbour **board**", {
  icon: ":material/anchor:",
  help: "Everything a skipper asks for.",
  anchor: "board",
  width: 400,
  textAlignment: "left",
  wrap: false,
});
st.header("Arrivals", { divider: true });
st.header("Departures", {
  divider: true,
  anchor: "leaving",
  help: "From all quays.",
  icon: ":material/sailing:",
  width: "content",
  textAlignment: "left",
  wrap: true,
});
st.subheader("Today", { divider: "rainbow", textAlignment: "center" });
st.subheader("Tomorrow", { anchor: false, icon: "⛵", help: "If the tide allows it.", width: 300 });
st.subheader("A heading that is cut to one line because there is so much in it that it would take two or three of them", { wrap: false });
