import { type Hover, MarkupKind } from 'vscode-languageserver-types'
import type { Span } from '../template/template'
import type { FeatureContext } from './context'
import { checkboxAt, checkboxMarkdown, tickLine } from './hover/checkbox'
import { fieldMarkdown } from './hover/field'
import { sectionMarkdown } from './hover/section'
import { contains, headingAt } from './support/lookup'
import { documentMarkdown } from './support/meaning/document'
import { foreignMarkdown } from './support/meaning/foreign'
import { itemMarkdown, unknownMarkdown } from './support/meaning/item'
import { targetAt } from './support/target'

interface Explained {
  readonly span: Span
  readonly markdown: string
}

export interface HoverOptions {
  /** Links may run commands of the client. */
  readonly commandLinks: boolean
}

/**
 * What stands at an offset, explained in Markdown: an item at its definition or any mention, a field, the progress of
 * a section, a checkbox. An item or checkbox can be ticked from there. Nothing for a placeholder, which says itself what belongs there, for code, and for files that are no spec.
 */
export function hover(
  context: FeatureContext,
  offset: number,
  { commandLinks }: HoverOptions = { commandLinks: false },
): Hover | undefined {
  const { spec, document } = context
  if (spec.recognition.kind === 'none') return undefined
  const explained =
    nameAt(context, offset, commandLinks) ??
    boxAt(context, offset, commandLinks) ??
    fieldAt(context, offset) ??
    sectionHeadingAt(context, offset)
  if (explained === undefined) return undefined
  return {
    contents: { kind: MarkupKind.Markdown, value: explained.markdown },
    range: {
      start: document.positionAt(explained.span.start),
      end: document.positionAt(explained.span.end),
    },
  }
}

/** An ID of an item, in this spec or another, or of a document. */
function nameAt(context: FeatureContext, offset: number, links: boolean): Explained | undefined {
  const target = targetAt(context, offset)
  if (target?.kind === 'document') {
    const markdown = documentMarkdown(context, target.id)
    return markdown === undefined ? undefined : { span: target.span, markdown }
  }
  if (target?.kind !== 'item') return undefined
  const { span, id, found } = target
  const [own] = found.filter(({ file }) => file === context.file)
  const item = own && context.index.definitions(own.item.key)[0]
  if (item !== undefined) {
    const tick = item.checkbox === undefined ? [] : tickLine(context, item.checkbox, links)
    return { span, markdown: [itemMarkdown(context, item), ...tick].join('\n\n') }
  }
  return { span, markdown: found.length === 0 ? unknownMarkdown(id) : foreignMarkdown(context, found) }
}

function boxAt(context: FeatureContext, offset: number, links: boolean): Explained | undefined {
  const box = checkboxAt(context.spec, offset)
  if (box === undefined || context.spec.recognition.kind === 'template') return undefined
  const span = { start: box.mark.start - 1, end: box.mark.end + 1 }
  return { span, markdown: checkboxMarkdown(context, box, links) }
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
