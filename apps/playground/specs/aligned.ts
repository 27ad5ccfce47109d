import { st } from "rivulet";

const options = { textAlignment: "right", width: 400, help: "Why it stands there." } as const;
st.markdown("markdown", options);
st.caption("caption", options);
st.text("text", options);
st.subheader("subheader", { ...options, anchor: false });
st.checkbox("keyed", { key: "one of mine" });
