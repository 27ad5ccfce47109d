type NameIn<Path extends string> = Path extends `${string}[${infer Name}]${infer Rest}` ? Name | NameIn<Rest> : never;

/** What the parts in brackets of a path, or of a page's file, are: `{ id: string }` for "/orders/[id]". */
export type ParamsOf<Path extends string> = string extends Path
  ? Readonly<Record<string, string>>
  : [NameIn<Path>] extends [never]
    ? NoParams
    : { readonly [Name in NameIn<Path>]: string };

/** Of a page without parameters. */
export type NoParams = Readonly<Record<string, never>>;

/** A query of an address by name; a list stands for a name that comes several times. Undefined and null leave it out. */
export type QueryInput = Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined | null>>;
type QueryValue = string | number | boolean;
