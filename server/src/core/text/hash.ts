/**
 * FNV-1a with 64 bits, over UTF-16 code units: 16 hexadecimal digits, the same in every run. In halves of 32 bits, as whole
 * numbers of 64 bits are many times slower.
 *
 * @see {@link http://www.isthe.com/chongo/tech/comp/fnv/}
 */
export function hash(text: string): string {
  let high = 0xcbf29ce4
  let low = 0x84222325
  for (let at = 0; at < text.length; at++) {
    low = (low ^ text.charCodeAt(at)) >>> 0
    // Times 2^40 + 0x1b3; the product of the lower half has 41 bits, which a number holds exactly.
    const product = low * 0x1b3
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x1_0000_0000) + (low << 8)) >>> 0
    low = product >>> 0
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')
}
