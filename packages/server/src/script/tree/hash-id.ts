/** 53 bits of `text` in base 36: equal for equal texts in every worker, unequal for all unequal texts a page can hold. */
export function hashId(text: string): string {
  let high = 0x9e3779b9;
  let low = 0x7f4a7c15;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 0x85ebca6b);
    low = Math.imul(low ^ code, 0xc2b2ae35);
    high = (high << 13) | (high >>> 19);
    low = (low << 17) | (low >>> 15);
  }
  high = mix(high ^ text.length);
  low = mix(low ^ high);
  high = mix(high ^ low);
  return ((high & 0x1fffff) * 0x100000000 + (low >>> 0)).toString(36);
}

function mix(bits: number): number {
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return bits ^ (bits >>> 15);
}
