/** What zod, valibot, ArkType and others have in common (https://standardschema.dev), as far as forms use it. */
export interface StandardSchema<Output = unknown> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
  };
}

/** The checked value, or what is wrong with it. */
export type SchemaResult<Output> = { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly SchemaIssue[] };

export interface SchemaIssue {
  readonly message: string;
  /** Where in the value; absent or empty: it as a whole. */
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

export function isStandardSchema(value: unknown): value is StandardSchema {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return false;
  const standard = (value as Partial<StandardSchema>)["~standard"];
  return typeof standard === "object" && typeof standard.validate === "function";
}

/** The field of the value that an issue is about, if it is about one. */
export function fieldOf({ path }: SchemaIssue): string | undefined {
  const first = path?.[0];
  return first === undefined ? undefined : String(typeof first === "object" ? first.key : first);
}
