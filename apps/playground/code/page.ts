import { st } from "rivulet";

st.title("Code");
st.code(`
  const knots = (metres: number) => metres * 1.944;
  console.log(knots(10));
`);
st.code("select name, tons\nfrom ships\nwhere tons > 1000", { language: "sql", lineNumbers: true });
st.code("$ rivulet dev app.ts\nready on http://127.0.0.1:8484", { language: null });
st.code("a long line that wraps ".repeat(12), { language: null, wrapLines: true });
st.code(Array.from({ length: 40 }, (_, i) => `line ${i + 1}`).join("\n"), { language: "plaintext", height: 160, width: 400 });
