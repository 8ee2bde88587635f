import type { Placed } from '../../markdown/facts'
import { visit } from '../../markdown/walk'
import type { Item, Reference, SpecDocument } from '../../model/spec-document'
import { eachNumberedWord } from './document-mentions'

/** Blocks that a keystroke changes at most: of more it is not worth while to look whether they name the same. */
const FEW = 20

/**
 * Whether two versions of a document define and name the same, in the same order: all that the index of a workspace goes
 * by. `false` where that is not told by looking at the blocks that differ.
 */
export function nameTheSame(a: SpecDocument, b: SpecDocument): boolean {
  return (
    a.recognition.kind === b.recognition.kind &&
    a.recognition.template === b.recognition.template &&
    a.documentId?.value === b.documentId?.value &&
    defineTheSame(a.items, b.items) &&
    referToTheSame(a.references, b.references) &&
    mentionTheSame(a, b)
  )
}

function defineTheSame(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every(({ id }, at) => id.key === b[at]?.id.key)
}

function referToTheSame(a: readonly Reference[], b: readonly Reference[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, qualifier, from }, at) => {
      const other = b[at]
      return (
        other !== undefined &&
        id.key === other.id.key &&
        id.suffix === other.id.suffix &&
        qualifier === other.qualifier &&
        from?.id?.key === other.from?.id?.key
      )
    })
  )
}

function mentionTheSame(a: SpecDocument, b: SpecDocument): boolean {
  const [before, after] = differing(a.markdown.blocks, b.markdown.blocks)
  if (before.length > FEW || after.length > FEW) return false
  const [said, says] = [mentionsIn(before, a), mentionsIn(after, b)]
  if (said === undefined || says === undefined || said.length !== says.length) return false
  return said.every((mention, at) => mention === says[at])
}

/** The blocks between those at the beginning and at the end that both have. */
function differing(
  a: readonly Placed[],
  b: readonly Placed[],
): readonly [readonly Placed[], readonly Placed[]] {
  let front = 0
  while (front < a.length && front < b.length && a[front]?.facts === b[front]?.facts) front++
  let back = 0
  const most = Math.min(a.length, b.length) - front
  while (back < most && a[a.length - 1 - back]?.facts === b[b.length - 1 - back]?.facts) back++
  return [a.slice(front, a.length - back), b.slice(front, b.length - back)]
}

/** `undefined` where there stands more than mentions: a heading, a definition, the document ID itself. */
function mentionsIn(blocks: readonly Placed[], { documentId }: SpecDocument): readonly string[] | undefined {
  const mentions: string[] = []
  let isMore = false
  visit(blocks, (facts, start) => {
    const id = documentId?.valueSpan
    isMore ||= id !== undefined && start <= id.end && id.start <= start + facts.length
    isMore ||= facts.type === 'heading' || facts.type === 'definition'
    if (facts.type !== 'paragraph' && facts.type !== 'cell') return
    eachNumberedWord(facts.prose.text, facts.prose.spans, (word) => mentions.push(word))
    for (const { type, value } of facts.prose.spans) {
      if (type === 'link' || type === 'image') mentions.push(value)
    }
  })
  return isMore ? undefined : mentions
}
