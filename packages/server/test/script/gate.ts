/** A promise and the way to settle it. */
export function gate<T = void>(): { readonly open: (value: T) => void; readonly passed: Promise<T> } {
  let open: (value: T) => void = () => {};
  const passed = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { open, passed };
}
