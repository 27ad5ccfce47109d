import { st } from "rivulet";

// What differs from language to language: words, digits, the side that lines begin at.
st.setPageConfig({ menu: {} });
const language = st.sidebar.segmentedControl("Language", ["de", "ar-EG"]);
if (language !== null) st.setPageConfig({ locale: language });
st.title("قائمة Liste");
const share = st.slider("Share", { max: 10, value: 2.5, step: 0.5 });
const price = st.numberInput("Price", { value: 1234.5, step: 0.5, format: "euro" });
const port = st.selectbox("Port", ["Bergen", "Oslo"], { value: null });
const day = st.dateInput("Day", { value: "2026-11-22" });
const [list, map] = st.tabs(["List", "Map"], { onChange: "rerun" });
list.text("a list");
map.text("a map");
st.progress(0.25);
const page = st.pagination(5);
st.feedback("stars");
st.expander("More").text("more");
st.code("const left = 0;");
st.text(`${share} ${price} ${port} ${day} page ${page}`);
