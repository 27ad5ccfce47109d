import { readFileSync } from "node:fs";

/** What a peer that is not on this machine took elsewhere. */
export interface Reference {
  readonly name: string;
  /** Of what, when and where. */
  readonly note: string;
  /** By a figure's scenario and what it measures: "rerun: 10 elements, p50". */
  readonly values: Readonly<Record<string, number>>;
}

/** The checked-in figures of Streamlit. */
export function streamlitReference(): Reference {
  const text = readFileSync(new URL("../reference/streamlit.json", import.meta.url), "utf8");
  return { name: "Streamlit (reference, another run)", ...(JSON.parse(text) as Omit<Reference, "name">) };
}
