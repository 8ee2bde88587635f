import type { Numbering } from './next-free'
import type { IssueId } from './spec-index'

/** Hands out the free IDs of each prefix and area one after another. */
export function createIssuer(numberingOf: (prefix: string, area?: string) => Numbering): IssueId {
  const series = new Map<string, { readonly numbering: Numbering; issued: number }>()
  return (prefix, area) => {
    const name = `${prefix.toUpperCase()} ${area?.toUpperCase() ?? ''}`
    const one = series.get(name) ?? { numbering: numberingOf(prefix, area), issued: 0 }
    series.set(name, one)
    return one.numbering.write(one.numbering.next + one.issued++)
  }
}
