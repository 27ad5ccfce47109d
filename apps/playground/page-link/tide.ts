import { st } from "rivulet";

export const tide = st.page(
  ({ day }) => {
    st.title(`Tides on ${day}`);
    st.text(`params: ${JSON.stringify(st.params("/tides/[day]"))}`);
    st.pageLink("/", { label: "Back" });
  },
  { path: "/tides/[day]", title: "Tides", icon: "🌊" },
);
