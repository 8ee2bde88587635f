import { type Hover, MarkupKind } from 'vscode-languageserver-types'
import type { Span } from '../template/template'
import type { FeatureContext } from './context'
import { fieldMarkdown } from './hover/field'
import { itemMarkdown } from './hover/item'
import { sectionMarkdown } from './hover/section'
import { contains, headingAt } from './support/lookup'

interface Explained {
  readonly span: Span
  readonly markdown: string
}

/**
 * What stands at an offset, explained in Markdown: an item at its definition or any mention, a field, the progress of
 * a section. Nothing for a placeholder, which says itself what belongs there, for code, and for files that are no spec.
 */
export function hover(context: FeatureContext, offset: number): Hover | undefined {
  const { spec, document } = context
  if (spec.recognition.kind === 'none') return undefined
  const explained = itemAt(context, offset) ?? fieldAt(context, offset) ?? sectionHeadingAt(context, offset)
  if (explained === undefined) return undefined
  return {
    contents: { kind: MarkupKind.Markdown, value: explained.markdown },
    range: {
      start: document.positionAt(explained.span.start),
      end: document.positionAt(explained.span.end),
    },
  }
}

function itemAt(context: FeatureContext, offset: number): Explained | undefined {
  const found = context.index.at(offset)
  return found && { span: found.id.span, markdown: itemMarkdown(context, found.id) }
}

function fieldAt(context: FeatureContext, offset: number): Explained | undefined {
  const field = context.spec.fields.find((each) => contains(each.span, offset))
  if (field === undefined) return undefined
  if (context.spec.placeholders.some((each) => contains(each.span, offset))) return undefined
  const markdown = fieldMarkdown(context, field)
  return markdown === undefined ? undefined : { span: field.span, markdown }
}

function sectionHeadingAt(context: FeatureContext, offset: number): Explained | undefined {
  const headed = headingAt(context.spec, offset)
  if (headed === undefined) return undefined
  const markdown = sectionMarkdown(context, headed)
  return markdown === undefined ? undefined : { span: headed.heading, markdown }
}
