import { type Snippet, snippetPrefix } from './snippet'
import type { WriteSource } from './snippet-source'
import { createSnippetWriter, type SnippetWriter } from './snippet-syntax'
import type { ItemKind, ItemShape, Template } from './template'

/** An item of each kind that the template has one of, and of each accepted other shape (`Edge case: …`). */
export function kindSnippets({ kinds }: Template, write: WriteSource): readonly Snippet[] {
  return kinds.flatMap((kind) => {
    const { shape } = kind
    if (shape === undefined) return []
    const own: Snippet = {
      name: `Item: ${kind.prefix}`,
      prefix: snippetPrefix(kind.prefix),
      description: `An item of ${shape.home}`,
      body: itemLines(kind, shape, shape.sample, write),
    }
    return [own, ...alternativeSnippets(kind, shape, write)]
  })
}

function alternativeSnippets(kind: ItemKind, shape: ItemShape, write: WriteSource): readonly Snippet[] {
  return shape.alternatives.flatMap((words) => {
    const sample = shape.variants.find((variant) => variant.toLowerCase().startsWith(words))
    if (sample === undefined) return []
    return {
      name: `Item: ${kind.prefix}, ${words}`,
      prefix: snippetPrefix(kind.prefix, words),
      description: `An item of ${shape.home}: ${words}`,
      body: itemLines(kind, shape, sample, write),
    }
  })
}

function itemLines(
  { prefix }: ItemKind,
  shape: ItemShape,
  sample: string,
  write: WriteSource,
): readonly string[] {
  const writer = createSnippetWriter()
  const marker = markerOf(shape, writer)
  const number = Array.from({ length: shape.levels }, () => writer.stop('1'.padStart(shape.width, '0'))).join(
    '.',
  )
  const id = writer.text(prefix + shape.separator) + number
  const lead = marker + writer.text(shape.before) + id + writer.text(shape.after)
  const text = keywordChoice(shape, sample, write, writer) ?? write(indented(shape, sample), writer)
  return (lead + text).split('\n')
}

function markerOf(shape: ItemShape, writer: SnippetWriter): string {
  if (shape.form === 'heading') return `${'#'.repeat(shape.depth)} `
  if (shape.form === 'row') return ''
  const marker = shape.list === 'ordered' ? `${writer.stop('1')}.` : '-'
  return `${marker} ${shape.checkbox ? '[ ] ' : ''}`
}

/** Nested lines one column further in: a number of two digits would otherwise leave them outside its item. */
function indented(shape: ItemShape, sample: string): string {
  return shape.form === 'listItem' && shape.list === 'ordered'
    ? sample.replace(/\n(?=[ \t])/g, '\n ')
    : sample
}

const PLACEHOLDER = /\[[^[\]\n]*\]/g

/**
 * Where a kind's texts differ in one word only, their placeholders aside (`The system MUST […]`, `… SHOULD […]`), that
 * word is a choice. `undefined` for any other kind.
 */
function keywordChoice(
  shape: ItemShape,
  sample: string,
  write: WriteSource,
  writer: SnippetWriter,
): string | undefined {
  const split = shape.variants.map((variant) => variant.replace(PLACEHOLDER, '[]').split(' '))
  const [first = []] = split
  if (split.length < 2 || sample !== shape.sample || split.some((words) => words.length !== first.length))
    return undefined
  const differing = first.flatMap((word, place) =>
    split.some((words) => words[place] !== word) ? [place] : [],
  )
  const [place] = differing
  if (
    place === undefined ||
    differing.length > 1 ||
    !split.every((words) => /^\p{L}+$/u.test(words[place] ?? ''))
  ) {
    return undefined
  }
  const before = first.slice(0, place).join(' ')
  // Placeholders before the word would have been shortened above: then its place in the sample is not known.
  if (before.includes('[]')) return undefined
  const start = before === '' ? 0 : before.length + 1
  const choice =
    write(sample.slice(0, start), writer) + writer.choice(split.map((words) => words[place] ?? ''))
  return choice + write(sample.slice(start + (first[place] ?? '').length), writer)
}
