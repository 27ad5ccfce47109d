import type { Node } from "@rivulet/protocol";

/** Short ways to write the nodes that specs send. */
export const text = (id: number, body: string): Node => ({ id, type: "text", props: { body } });

export const button = (id: number, label: string): Node => ({
  id,
  type: "button",
  widget: `b:${label}`,
  props: { label, kind: "secondary" },
});

export const textInput = (id: number, label: string, value = "", kind: "default" | "password" = "default"): Node => ({
  id,
  type: "textInput",
  widget: `t:${label}`,
  props: { label, value, kind },
});

export const checkbox = (id: number, label: string, value = false): Node => ({
  id,
  type: "checkbox",
  widget: `c:${label}`,
  props: { label, value },
});

export const slider = (id: number, label: string, value = 50): Node => ({
  id,
  type: "slider",
  widget: `s:${label}`,
  props: { label, value, min: 0, max: 100, step: 1 },
});

export const form = (id: number, ...children: Node[]): Node => ({ id, type: "form", props: {}, key: `f${id}`, children });

export const submitButton = (id: number, label: string): Node => ({
  id,
  type: "formSubmitButton",
  widget: `b:${label}`,
  props: { label, kind: "secondary" },
});
