import type { Prose } from '../markdown/facts'
import type { Template } from '../template/template'
import { createLexicon, type Lexicon } from './lexicon'
import { createProseScan, type ProseScan } from './prose-scan'

/**
 * What is known of proses, by template. A prose that two versions of a document share is looked through once; what is
 * known of it goes when nobody holds it any more.
 */
export interface Scans {
  of(template: Template): { readonly lexicon: Lexicon; readonly scan: (prose: Prose) => ProseScan }
}

export function createScans(): Scans {
  const byTemplate = new WeakMap<Template, ReturnType<Scans['of']>>()
  return {
    of(template) {
      const known = byTemplate.get(template)
      if (known) return known
      const made = scansOf(template)
      byTemplate.set(template, made)
      return made
    },
  }
}

function scansOf(template: Template): ReturnType<Scans['of']> {
  const lexicon = createLexicon(template)
  const known = new WeakMap<Prose, ProseScan>()
  return {
    lexicon,
    scan(prose) {
      let scan = known.get(prose)
      if (scan === undefined) {
        scan = createProseScan(prose, lexicon)
        known.set(prose, scan)
      }
      return scan
    },
  }
}
