/** Loaded only when a page asks for it. */
export const shout = (text: string): string => `${text.toUpperCase()}!`;
