import { st } from "rivulet";

async function* tokens() {
  for (let i = 0; i < 2000; i++) yield `tok${i} `;
  yield "ENDTOKEN";
}

if (st.button("Stream")) await st.writeStream(tokens());
st.write("BENCH-READY");
