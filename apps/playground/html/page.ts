import { st } from "rivulet";

const visitor = '<img src=x onerror="alert(1)">';

st.title("HTML");
st.html("<p style='border-left: 4px solid teal; padding-left: 8px'>Written by <em>you</em>: it is sanitised in the browser.</p>");
st.html`<p>Hello, <b>${visitor}</b>! Data in a template stays text${null}.</p><p>${["a", "b"]}</p>`;
st.html("<hr>", { width: 200 });
