import { st } from "rivulet";

st.title("Text");
st.text("2 * 3 * 4 is no markdown here, and <b> is no HTML.\nA line break stays one.");
st.text("On the right, with a note", { textAlignment: "right", width: "stretch", help: "Plain text, **marked-up** help." });
st.text(
  "Cut at the end of the line rather than wrapped, whatever else there may be to say about it, and there is always more to say than fits",
  { wrap: false },
);
st.text(42);
