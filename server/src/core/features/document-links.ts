import type { DocumentLink } from 'vscode-languageserver-types'
import { URI } from 'vscode-uri'
import { relativeLink } from '../index/relative-link'
import { visit } from '../markdown/walk'
import type { Span } from '../template/template'
import type { FeatureContext } from './context'
import { isSpec } from './support/lookup'
import { rangeOf } from './support/range'

/**
 * Relative links and images, and definitions of such (`[label]: other.md`), with the file that they lead to. What has a
 * scheme an editor finds by itself.
 */
export function documentLinks(context: FeatureContext): DocumentLink[] {
  const { spec } = context
  if (!isSpec(spec)) return []
  const links: DocumentLink[] = []
  const add = (span: Span, url: string) => {
    const target = targetOf(spec.uri, url)
    if (target !== undefined) links.push({ range: rangeOf(context, span), target })
  }
  for (const { start, spans } of spec.passages) {
    for (const { type, offset, length, value } of spans) {
      if (type !== 'link' && type !== 'image') continue
      add({ start: start + offset, end: start + offset + length }, value)
    }
  }
  visit(spec.markdown.blocks, (facts, start) => {
    if (facts.type === 'definition') add({ start, end: start + facts.length }, facts.url)
  })
  return links
}

function targetOf(uri: string, url: string): string | undefined {
  const link = relativeLink(uri, url)
  return link && URI.parse(link.uri).with({ fragment: link.fragment }).toString()
}
