/** The parts of a document ID's shape that are to be filled in: `[NUMBER]` of `SPEC-[NUMBER]`. */
export function blanksOf(shape: string): readonly string[] {
  return shape.match(/\[[^\]]+\]/g) ?? []
}
