/** The ID after one that ends in a number, written with as many digits: `REQ-010` after `REQ-009`. */
export function following(id: string): string {
  return id.replace(/\d+$/, (number) => String(Number(number) + 1).padStart(number.length, '0'))
}
