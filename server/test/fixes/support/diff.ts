import { structuredPatch } from 'diff'

/** The lines that one text has and another has not, as a patch writes them, without what stands around them. */
export function changedLines(before: string, after: string): readonly string[] {
  const { hunks } = structuredPatch('a', 'b', before, after, '', '', { context: 0 })
  return hunks.flatMap(({ lines }) => lines.filter((line) => !line.startsWith('\\')))
}
