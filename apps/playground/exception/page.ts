import { st } from "rivulet";

function readDraught(text: string): number {
  const metres = Number(text);
  if (Number.isNaN(metres)) throw new TypeError(`"${text}" is no depth in metres`);
  return metres;
}

st.title("Exceptions");
st.write("An error is shown with your own source around it:");
try {
  st.text(readDraught("seven"));
} catch (error) {
  st.exception(error);
}
st.write("What is thrown may be anything:");
st.exception("a text", { width: 400 });
