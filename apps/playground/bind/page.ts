import { st } from "rivulet";

st.title("Bind");

const { sidebar } = st;
sidebar.header("In this browser");
const name = sidebar.textInput("Name", { key: "name", bind: "local" });
const draft = sidebar.textArea("Draft", { key: "draft", bind: "session" });
const units = sidebar.radio("Units", ["knots", "km/h"], { key: "units", bind: "cookie" });

st.header("In the address");
const [left, right] = st.columns(2);
const harbour = left.selectbox("Harbour", ["Bergen", "Oslo", "Tromsø"], { key: "harbour", bind: "query-params" });
const [from, to] = right.slider("Length", { value: [0, 100], key: "length", bind: "query-params" });
const kinds = left.multiselect("Kinds", ["ferry", "tanker", "yacht"], { key: "kinds", bind: "query-params" });
const day = right.dateInput("Day", { value: null, key: "day", bind: "query-params" });

st.text(`${name || "Nobody"} looks at ${harbour} in ${units}: ${kinds.join(", ") || "all"}, ${from} to ${to} m, ${day ?? "any day"}`);
st.text(`draft: ${draft}`);
