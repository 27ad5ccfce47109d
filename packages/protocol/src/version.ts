/** Server and browser must agree on this number; otherwise the browser reloads softly (WS1). */
export const PROTOCOL_VERSION = 1;
