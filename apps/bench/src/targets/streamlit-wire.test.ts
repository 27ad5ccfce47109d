import { expect, test } from "vitest";
import { clickMessage, firstRunMessage, buttonIn, isScriptFinished } from "./streamlit-wire.ts";

test("messages are the protobuf that Streamlit reads", () => {
  expect(Buffer.from(firstRunMessage()).toString("hex")).toBe("5a00");
  expect(Buffer.from(clickMessage("ab")).toString("hex")).toBe("5a0a1208" + "0a060a026162" + "1001");
});

test("the end of a run is told from a delta that carries the same byte inside", () => {
  expect(isScriptFinished(Buffer.from("0a0261623000", "hex"))).toBe(true);
  expect(isScriptFinished(Buffer.from("0a0261622a023000", "hex"))).toBe(false);
  expect(isScriptFinished(Buffer.alloc(0))).toBe(false);
});

test("a button's id and label are found in the bytes around them", () => {
  const message = Buffer.from("\u0000\n%$$ID-0123abcd-None\u0012\tIncrement\u001a\u0000");
  expect(buttonIn(message)).toEqual({ id: "$$ID-0123abcd-None", label: "Increment" });
  expect(buttonIn(Buffer.from("nothing"))).toBeUndefined();
});
