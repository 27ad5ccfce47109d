import { st } from "rivulet";

export const ships = [
  { id: "ada", name: "Ada", tons: 420 },
  { id: "grace/2", name: "Grace II", tons: 1310 },
];

/** A page declared in a module of its own, so that other pages can link to it. */
export const ship = st.page(
  ({ id }) => {
    const found = ships.find((one) => one.id === id);
    st.title(found?.name ?? "No such ship");
    st.text(`id: ${id}`);
    st.caption(`Her own address, /ships/${st.params("/ships/[id]").id}, can be sent to others.`);
    st.textInput("Note", { key: "note" });
    st.pageLink(ship, { label: "The other ship", params: { id: id === "ada" ? "grace/2" : "ada" } });
  },
  { path: "/ships/[id]", title: "A ship", icon: ":material/sailing:" },
);
