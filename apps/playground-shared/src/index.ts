/** The area of a rectangle. */
export function area(width: number, height: number): number {
  return width * height;
}
