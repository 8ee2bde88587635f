import { readWhole } from '../../../src/core/markdown/whole'
import { buildSpec } from '../../../src/core/model/build-spec'
import { recognise } from '../../../src/core/model/recognise'
import type { Item, SpecDocument } from '../../../src/core/model/spec-document'
import type { Span } from '../../../src/core/template/template'
import { builtInTemplate } from '../../template/support/built-in'

/** The template that the product has built in. */
export const template = builtInTemplate()

/** The text read as a spec of the built-in template, whatever it looks like. */
export function readSpec(text: string): SpecDocument {
  return buildSpec('file:///specs/a.md', readWhole(text), {
    kind: 'spec',
    template,
    reason: 'a test says so',
  })
}

/** The text as it is recognised and read by itself. */
export function readFile(text: string, uri = 'file:///specs/a.md'): SpecDocument {
  const markdown = readWhole(text)
  return buildSpec(uri, markdown, recognise({ uri, markdown, templates: [template] }))
}

export function idsOf(items: readonly Item[]): string[] {
  return items.map(({ id }) => id.text)
}

export function at({ text }: SpecDocument, { start, end }: Span): string {
  return text.slice(start, end)
}

/** The only one that a list should have. */
export function only<T>(list: readonly T[]): T {
  const [first] = list
  if (first === undefined || list.length !== 1) throw new Error(`one expected, ${list.length} found`)
  return first
}
