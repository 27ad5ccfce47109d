import { readFileSync } from "node:fs";
import { threadId } from "node:worker_threads";
import { crc32 } from "@node-rs/crc32";
import { area } from "@rivulet/playground-shared";
import { greeting } from "@imports/greeting";
import { chunk, sum } from "lodash";
import { st } from "rivulet";
import cities from "./cities.json" with { type: "json" };

interface Arithmetic {
  readonly add: (a: number, b: number) => number;
}

st.title("Imports");

st.write(`CommonJS names: ${sum(chunk([1, 2, 3, 4], 2).map(([a = 0]) => a))}`);
st.write(`native addon: ${crc32("rivulet").toString(16)} in thread ${threadId}`);
st.write(`JSON: ${cities.map(({ name }) => name).join(", ")}`);

const wasm = await WebAssembly.instantiate(readFileSync(new URL("./add.wasm", import.meta.url)));
st.write(`WASM: ${(wasm.instance.exports as unknown as Arithmetic).add(20, 22)}`);

st.write(`path alias: ${greeting("alias")}`);
st.write(`workspace package: ${area(6, 7)}`);

const { shout } = await import("./lib/shout.ts");
st.write(`dynamic import: ${shout("late")}`);

st.write(`data file: ${readFileSync(new URL("./note.txt", import.meta.url), "utf8").trim()}`);
st.write(`environment: ${process.env["IMPORTS_PAGE"]}, ${process.env["IMPORTS_REAL"] ?? "unset"}`);
