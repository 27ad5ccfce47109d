import { st } from "rivulet";
import { tide } from "./tide.ts";

function overview() {
  st.title("Page links");
  st.write("A link to another page of the app, or to an address elsewhere.");
  st.pageLink("/", { label: "Overview" });
  st.pageLink(tide, { params: { day: "monday" } });
  st.pageLink(tide, {
    label: "Tides of **Tuesday**, in feet",
    icon: ":material/waves:",
    iconPosition: "right",
    help: "High water at *six*.",
    params: { day: "tuesday" },
    queryParams: { unit: "feet", marks: ["low", "high"], page: 2, chart: true, empty: null },
  });
  st.pageLink("/tides/sunday", { label: "Closed on Sundays", disabled: true, width: "stretch" });
  st.pageLink("https://example.org/manual", { label: "The manual", icon: "📘", queryParams: { chapter: 3 }, width: 200 });
}

const current = st.navigation([st.page(overview, { title: "Overview" }), tide], { position: "hidden" });
st.caption(`Parameters of this address: ${Object.keys(st.params()).join(", ") || "none"}`);
await current.run();
