/** Names that a container has already, or that JavaScript keeps for itself. */
const TAKEN = new Set([
  ...["at", "block", "constructor", "emit", "place", "trigger", "widget", "with"],
  ...["await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum", "export"],
  ...["extends", "false", "finally", "for", "function", "if", "import", "in", "instanceof", "let", "new", "null", "return", "static"],
  ...["super", "switch", "this", "throw", "true", "try", "typeof", "var", "void", "while", "yield"],
]);

/**
 * @typedef {{ kebab: string, camel: string, pascal: string }} ElementName `kebab` names files, `camel` the function and the type, `pascal` the component
 */

/**
 * The three spellings of an element's name; throws an Error with advice for a name that cannot be one.
 * @param {string} name
 * @returns {ElementName}
 */
export function elementName(name) {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    const proposal = name
      .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^[-0-9]+|-+$/g, "");
    throw new Error(
      `An element's name is written like "color-picker", instead got ${JSON.stringify(name)}.${proposal ? ` Try ${JSON.stringify(proposal)}.` : ""}`,
    );
  }
  const camel = name.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
  if (TAKEN.has(camel))
    throw new Error(`No element can be called ${JSON.stringify(name)}: \`st.${camel}\` is taken or a reserved word. Choose another name.`);
  return { kebab: name, camel, pascal: camel.charAt(0).toUpperCase() + camel.slice(1) };
}
