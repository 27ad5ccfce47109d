import { st } from "rivulet";

const values = {
  harbour: st.pills("Harbour", ["Oslo", "Riga", "Kiel"]),
  services: st.pills("Services", ["pilot", "tug", "waste"], { selectionMode: "multi", value: ["tug"] }),
  view: st.segmentedControl("View", ["map", "list"], { value: "map", required: true }),
  zoom: st.segmentedControl("Zoom", [":material/zoom_in:", ":material/zoom_out:"]),
  thumb: st.feedback(),
  stars: st.feedback("stars", { label: "Galley" }),
  season: st.selectSlider("Season", ["April", "May", "June", "July", "August"], { value: ["April", "July"] }),
  page: st.pagination(20, { label: "Ships" }),
};
st.pills(
  "Line",
  Array.from({ length: 60 }, (_, i) => `Berth ${i}`),
  { wrap: false },
);
st.text(JSON.stringify(values));
