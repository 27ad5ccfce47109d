import { st } from "rivulet";

st.title("Feedback");
st.write("Ask how it was. The worst rating is 0; a rating that is pressed again is taken back.");

const thumb = st.feedback("thumbs", {
  required: true,
  live: true,
  key: "thumb",
  bind: "query-params",
  persistState: "page",
  onChange: (up) => st.toast(up === null ? "Taken back" : "Thank you"),
});
const mood = st.feedback("faces", { label: "How was the **crossing**?", help: "From very unhappy to very happy." });
const stars = st.feedback("stars", { label: "The galley", value: 3, width: 300 });
st.feedback("stars", { label: "The weather", value: 1, disabled: true });
st.feedback("thumbs", { label: "Only heard", value: 1, labelVisibility: "collapsed" });

st.text(
  `${thumb === null ? "no thumb" : thumb === 1 ? "up" : "down"}, mood ${mood ?? "unknown"}, ${stars === null ? "no" : stars + 1} stars`,
);
