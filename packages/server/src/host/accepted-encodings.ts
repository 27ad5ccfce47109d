/** The encodings that a browser takes. */
export function acceptedEncodings(header: string | string[] | undefined): ReadonlySet<string> {
  const parts = String(header ?? "").split(",");
  return new Set(
    parts
      .map((part) => part.split(";").map((word) => word.trim().toLowerCase()))
      .flatMap(([name, q]) => (name && !/^q=0(\.0*)?$/.test(q ?? "") ? [name] : [])),
  );
}
