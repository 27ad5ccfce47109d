import { st } from "rivulet";

declare module "rivulet" {
  interface QueryParams {
    view?: "list" | "map" | undefined;
  }
}

st.title("Query parameters");
const view = st.queryParams.view ?? "list";
st.text(`view: ${view}, tags: ${st.queryParams.getAll("tag").join(", ") || "none"}`);

const { queryParams } = st;
const [left, middle, right] = st.columns(3);
left.button("Map", { onClick: () => (st.queryParams.view = "map") });
middle.button("Add a tag", { onClick: () => queryParams.set("tag", [...queryParams.getAll("tag"), queryParams.getAll("tag").length + 1]) });
right.button("Clear", { onClick: () => queryParams.clear() });
st.json(queryParams.toObject());
