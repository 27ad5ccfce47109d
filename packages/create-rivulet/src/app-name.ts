import { UserError } from "./user-error.ts";

const MAX_LENGTH = 214;

/** Returns the folder's name if npm takes it as a package's, else throws a `UserError` that proposes one. */
export function appName(folderName: string): string {
  if (folderName.length <= MAX_LENGTH && /^[a-z0-9~-][a-z0-9._~-]*$/.test(folderName) && folderName !== "node_modules") return folderName;
  const proposal = folderName
    .toLowerCase()
    .replaceAll(/[^a-z0-9.~-]+/g, "-")
    .replaceAll(/^[._-]+|-+$/g, "")
    .slice(0, MAX_LENGTH);
  const advice = proposal ? `Try ${JSON.stringify(proposal)}.` : 'Try "my-app".';
  throw new UserError(
    `The folder's name becomes the app's package name, and npm does not take ${JSON.stringify(folderName)} (lower-case letters, digits, "-", "." and "_" inside). ${advice}`,
    2,
  );
}
