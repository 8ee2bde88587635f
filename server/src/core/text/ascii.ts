/** The last UTF-16 code unit of ASCII. */
export const LAST_OF_ASCII = 127

const BEYOND_ASCII = /[\u0080-\uffff]/

/** Whether patterns for ASCII alone say of a text what those for all scripts do, which take longer. */
export function isAscii(text: string): boolean {
  return !BEYOND_ASCII.test(text)
}
