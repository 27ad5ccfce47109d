import { st } from "rivulet";

const wide =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 132 32"><rect width="32" height="32" rx="8" fill="#4f46e5"/><path d="M6 20q5-8 10 0t10 0" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/><text x="42" y="23" font-family="system-ui" font-size="20" font-weight="650" fill="#6366f1">Harbour</text></svg>';
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#4f46e5"/><path d="M6 20q5-8 10 0t10 0" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>';

st.title("Logo");
st.write("A logo stands at the top of the sidebar. While that is closed, its icon stands at the top of the page.");
const size = st.radio("Size", ["small", "medium", "large"], { value: "medium", horizontal: true });
const kind = st.radio("Image", ["SVG", "address", "none"], { horizontal: true });
if (kind === "SVG") st.logo(wide, { size, iconImage: icon, alt: "Harbour board" });
else if (kind === "address")
  st.logo(`data:image/svg+xml,${encodeURIComponent(wide)}`, { size, link: "https://example.org/", alt: "Example" });
st.sidebar.write("The sidebar");
