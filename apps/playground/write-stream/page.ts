import { setTimeout as sleep } from "node:timers/promises";
import { st } from "rivulet";

const ODE = `## The harbour at six

The **first ferry** leaves at six. Nobody is on it but the baker, who brings bread to the island, and a dog that
belongs to *nobody in particular*.

- bread :material/bakery_dining:
- newspapers
- one dog

| boat | leaves |
| ---- | ------ |
| Ida  | 06:00  |
| Olga | 06:40  |
`;

async function* words(text: string) {
  for (const word of text.split(/(?<= )/)) {
    await sleep(2);
    yield word;
  }
}

st.title("Streams");
const again = st.button("Tell it again");
const text = await st.writeStream(words(ODE), { cursor: "▌" });
st.caption(`${text.length} characters${again ? ", told again" : ""}`);

// Anything that is no text is shown as st.write shows it.
const told = await st.writeStream(function* () {
  yield "Two boats: ";
  yield [
    { boat: "Ida", leaves: "06:00" },
    { boat: "Olga", leaves: "06:40" },
  ];
  yield "and that is all.";
});
st.caption(`${told.length} parts`);
