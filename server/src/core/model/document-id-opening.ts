import type { DocumentIdPattern } from '../template/template'
import { literalOpening } from '../text/literal-opening'

/** What the document IDs of a template begin with, in any case of letters; `undefined` where its patterns do not plainly say so. */
export function documentIdOpenings({ pattern, recognise }: DocumentIdPattern): readonly string[] | undefined {
  const openings = [literalOpening(pattern), literalOpening(recognise)]
  return openings.includes('') ? undefined : [...new Set(openings)]
}

/** Found in each text that holds a document ID of the template; `/(?!)/` where it has none. */
export function documentIdOpening(documentId: DocumentIdPattern | undefined): RegExp {
  if (documentId === undefined) return /(?!)/
  const openings = documentIdOpenings(documentId)
  return openings === undefined ? /-/ : new RegExp(openings.join('|'), 'iu')
}
