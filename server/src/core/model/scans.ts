import type { MarkdownDocument } from '../markdown/document'
import type { Prose } from '../markdown/facts'
import type { Template } from '../template/template'
import { type Head, readHead } from './head'
import { createLexicon, type Lexicon } from './lexicon'
import { createProseScan, type ProseScan } from './prose-scan'

/**
 * What is known of proses and heads, by template. A prose that two versions of a document share is looked through once;
 * what is known of it goes when nobody holds it any more.
 */
export interface Scans {
  of(template: Template): TemplateScans
}

export interface TemplateScans {
  readonly lexicon: Lexicon
  readonly scan: (prose: Prose) => ProseScan
  readonly head: (markdown: MarkdownDocument) => Head
}

/** What templates say; one that is given is shared. */
export type Lexicons = (template: Template) => Lexicon

export function createLexicons(): Lexicons {
  return remembered(createLexicon)
}

export function createScans(lexicons = createLexicons()): Scans {
  return { of: remembered((template) => scansOf(template, lexicons(template))) }
}

function scansOf(template: Template, lexicon: Lexicon): TemplateScans {
  const scan = remembered((prose: Prose) => createProseScan(prose, lexicon))
  return { lexicon, scan, head: remembered((markdown) => readHead(markdown, template, scan)) }
}

function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>()
  return (key) => {
    let value = known.get(key)
    if (value === undefined) {
      value = make(key)
      known.set(key, value)
    }
    return value
  }
}
