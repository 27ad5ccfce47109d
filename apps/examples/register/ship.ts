import { z } from "zod";

export const PURPOSES = ["Cargo", "Ferry", "Research", "Repair"] as const;
export const FLAGS = ["Norway", "Panama", "Liberia", "Malta"] as const;
export const SERVICES = ["pilot", "tug", "fuel", "water", "waste"] as const;

/** What a ship must be to be registered. Its fields are the keys of the form's widgets. */
export const ship = z
  .object({
    name: z.string().trim().min(3, "At least three letters"),
    imo: z
      .string()
      .regex(/^\d{7}$/, "Seven digits")
      .refine(hasCheckDigit, "The last digit does not fit the others: one of them is wrong"),
    length: z.number(),
    crew: z.number(),
    purpose: z.enum(PURPOSES),
    flag: z.enum(FLAGS),
    services: z.array(z.enum(SERVICES)),
    draught: z.number(),
    arrival: z.iso.date("Say when the ship comes"),
    remarks: z.string().trim(),
    dangerous: z.boolean(),
  })
  .check(({ value, issues }) => {
    const refuse = (path: keyof typeof value, message: string) =>
      issues.push({ code: "custom", input: value[path], path: [path], message });
    if (value.draught > value.length / 8) refuse("draught", `Deeper than a ship of ${value.length} m can be`);
    if (value.dangerous && !/\bUN ?\d{4}\b/.test(value.remarks)) refuse("remarks", "Name the dangerous goods, such as UN 1203");
  });

export type Ship = z.infer<typeof ship>;

/** The digits times 7, 6, 5, 4, 3 and 2 add up to a number that ends in the seventh. */
function hasCheckDigit(imo: string): boolean {
  const digits = Array.from(imo, Number);
  const total = digits.slice(0, 6).reduce((sum, digit, at) => sum + digit * (7 - at), 0);
  return total % 10 === digits[6];
}
