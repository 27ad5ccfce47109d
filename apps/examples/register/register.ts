import { st } from "rivulet";
import { FLAGS, PURPOSES, SERVICES, ship, type Ship } from "./ship.ts";

interface Entry extends Pick<Ship, "name" | "imo" | "flag" | "arrival"> {
  /** Time of the entry, such as "09:12". */
  readonly at: string;
}

const FIRST: Entry = { name: "MV Borealis", imo: "9319466", flag: "Norway", arrival: "2026-11-22", at: "09:12" };

/** A long form: what is entered waits for the submit, a zod schema checks it there, and what it refuses is said at the fields. */
export function register(): void {
  const state = st.sessionState.init({ fleet: [FIRST] as readonly Entry[] });
  const unknown = ship.refine(({ imo }) => !state.fleet.some((entry) => entry.imo === imo), {
    path: ["imo"],
    message: "This ship is registered already",
  });

  st.title("Register a ship");
  st.write("All fields can be changed until the ship is *moored*.");

  const form = st.form("ship", { schema: unknown, clearOnSubmit: true });
  // Rows of columns, not columns of rows: on a phone, and from key to key, the fields come in reading order.
  const [name, imo] = form.columns(2);
  name.textInput("Name", { key: "name", value: "MV Aurora" });
  imo.textInput("IMO number", { key: "imo", placeholder: "7 digits", help: "As on the stern: IMO 9319466." });
  const [length, crew] = form.columns(2);
  length.numberInput("Length (m)", { key: "length", min: 10, max: 400, value: 182.5, step: 0.5 });
  crew.numberInput("Crew", { key: "crew", min: 1, max: 60, value: 21 });
  form.radio("Purpose", PURPOSES, { key: "purpose", horizontal: true });
  const [flag, arrival] = form.columns(2);
  flag.selectbox("Flag", FLAGS, { key: "flag" });
  arrival.dateInput("Arrival", { key: "arrival", value: "2026-11-24", min: "2026-11-22", max: "2027-11-22" });
  form.multiselect("Services", SERVICES, { key: "services", value: ["pilot", "water"] });
  form.slider("Draught (m)", { key: "draught", min: 0, max: 20, step: 0.1, value: 8.2 });
  form.textArea("Remarks", { key: "remarks", value: "Needs a quiet berth." });
  form.checkbox("Dangerous goods on board", { key: "dangerous" });
  if (form.formSubmitButton("Register", { type: "primary" }) && form.data) {
    const at = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    state.fleet = [{ ...form.data, at }, ...state.fleet];
  }

  const [last = FIRST] = state.fleet;
  st.success(`${last.name} was registered at ${last.at}.`);
  st.expander(`Register (${state.fleet.length})`).table(
    state.fleet.map(({ name, imo, flag, arrival }) => ({ Ship: `**${name}**`, IMO: imo, Flag: flag, Arrival: arrival })),
    { border: "horizontal" },
  );
}
