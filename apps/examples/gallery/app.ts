import { readFileSync } from "node:fs";
import { st } from "rivulet";
import { examples } from "./examples.ts";

const OVERVIEW = "Overview";
/** Cards beside one another. */
const COLUMNS = 3;

st.setPageConfig({ title: "rivulet examples", icon: "🌊", layout: "wide" });

st.sidebar.title("Examples", { anchor: false });
const chosen = st.sidebar.radio("Example", [OVERVIEW, ...examples.map(({ name }) => name)], {
  key: "example",
  labelVisibility: "collapsed",
  format: (name) => `${examples.find((example) => example.name === name)?.icon ?? ":material/home:"} ${name}`,
});
const example = examples.find(({ name }) => name === chosen);

if (example === undefined) {
  st.title("rivulet");
  st.markdown(
    "Data apps in plain TypeScript: a page is a module that runs from top to bottom, and runs again when somebody touches a widget. This gallery is such a page, too.",
  );
  for (let first = 0; first < examples.length; first += COLUMNS) {
    for (const [i, column] of st.columns(COLUMNS).entries()) {
      const example = examples[first + i];
      if (example === undefined) continue;
      const { name, icon, about } = example;
      column.container({ border: true, height: "stretch", key: `card ${name}` }).with((card) => {
        card.header(name, { anchor: false, icon });
        card.markdown(about);
        // A callback runs before the page does, so the choice in the sidebar can still be set.
        card.button(`Open ${name}`, { onClick: () => (st.sessionState.example = name) });
      });
    }
  }
} else {
  st.sidebar.divider();
  const [app, source] = st.tabs(["App", "Source"], { key: `tabs ${example.name}` });
  await app.with(example.show);
  for (const [name, file] of Object.entries(example.files)) {
    source.markdown(`\`${name}\``);
    source.code(readFileSync(file, "utf8"), { lineNumbers: true });
  }
}
