import { st } from "rivulet";
import { ship, ships } from "./ships.ts";

const position = st.sidebar.radio("Position", ["sidebar", "top", "hidden"], { key: "position" });

function home() {
  st.title("Harbour");
  st.write("The entry is a frame around all pages: what it writes stays, and each page has an address of its own.");
  for (const { id, name } of ships) st.pageLink(ship, { label: name, params: { id } });
  if (st.button("Straight to Ada")) st.switchPage(ship, { params: { id: "ada" }, queryParams: { from: "home" } });
  st.pageLink("./berths.ts", {
    label: "All berths",
    icon: ":material/anchor:",
    iconPosition: "right",
    help: "With their depth.",
    disabled: false,
    width: "stretch",
    queryParams: { from: "home" },
  });
}

const secret = st.page(() => st.title("Behind the curtain"), { title: "Secret", visibility: "hidden" });

const page = st.navigation(
  {
    "": [st.page(home, { title: "Harbour", icon: "⚓", default: true })],
    Harbour: [st.page("./berths.ts", { icon: ":material/anchor:" }), st.page("./settings.ts", { path: "/office/settings" }), ship, secret],
    Elsewhere: [st.page("https://example.org/tides", { title: "Tide tables", icon: ":material/waves:" })],
  },
  { position, expanded: 5, notFound: position === "hidden" ? () => st.info("Nothing is moored here.") : undefined },
);

st.caption(`Frame around ${page.title}`);
const state = st.sessionState.init({ visits: 0 });
st.text(`runs: ${(state.visits += 1)}`);
await page.run();
