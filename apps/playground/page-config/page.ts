import { st } from "rivulet";

st.setPageConfig({
  title: "Harbour board",
  description: "Which ships lie in the harbour, and until when.",
  icon: "⚓",
  layout: "wide",
  sidebar: "collapsed",
  menu: { about: "Made for the **harbour office**.", help: "https://example.org/help", bug: "mailto:office@example.org" },
});
const wide = st.toggle("Wide", { value: true });
st.setPageConfig({ layout: wide ? "wide" : "centered" });
st.title("Page config");
const language = st.selectbox("Language", ["de", "zh", "ar"], { value: null, placeholder: "The browser's" });
if (language !== null) st.setPageConfig({ locale: language });
st.write("Title, icon, layout, sidebar and language of the page; later calls change only what they name.");
