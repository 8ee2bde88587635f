import { readFileSync } from 'node:fs'
import { createMarkdownReader } from '../../../src/core/markdown/reader'
import { createModelBuilder } from '../../../src/core/model/model-builder'
import type { SpecDocument } from '../../../src/core/model/spec-document'
import { readTemplate } from '../../../src/core/template/read-template'
import type { Template } from '../../../src/core/template/template'

const TEMPLATE = new URL('../../../../templates/spec.md', import.meta.url)

const { template, problems } = readTemplate({
  uri: TEMPLATE.href,
  text: readFileSync(TEMPLATE, 'utf8'),
})

export function builtInTemplate(): Template {
  if (template === undefined) throw new Error(`The built-in template cannot be read: ${problems[0]?.message}`)
  return template
}

/** Where a text lies that is said to lie nowhere. */
export const SPEC_URI = 'file:///specs/ledger.md'

/** Reads a text the way that the service does, with the built-in template. */
export function specOf(text: string, uri = SPEC_URI): SpecDocument {
  return createSpecReader()(text, uri)
}

/** As {@link specOf} for many texts that are nearly the same: what is the same is read once. */
export function createSpecReader(): (text: string, uri?: string) => SpecDocument {
  const reader = createMarkdownReader()
  const builder = createModelBuilder()
  return (text, uri = SPEC_URI) => {
    const markdown = reader.read(text)
    return builder.build(uri, markdown, builder.recognise({ uri, markdown, templates: [builtInTemplate()] }))
  }
}
