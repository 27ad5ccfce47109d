/** Something the user can mend: shown as its message alone, without a stack. */
export class UserError extends Error {
  constructor(
    message: string,
    /** 1: failed, 2: wrong usage. */
    readonly exitCode: 1 | 2,
  ) {
    super(message);
  }
}
