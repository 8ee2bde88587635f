import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types'
import type { FileSymbols } from '../../index/workspace/file-symbols'
import { countWords } from '../support/words'
import { dataOf, type Place, rangeOf, sortKey } from './place'

const LOOK_BACK = 100

/** The beginning of a document ID: a word with a hyphen, or one in a bracket. Not in a path, an anchor or a longer word. */
const BEGUN =
  /(?<![\p{L}\p{N}_\-/\\.@#])(?<typed>\p{L}[\p{L}\p{N}]*-[\p{L}\p{N}-]*|(?<=[[(])\p{L}[\p{L}\p{N}-]*)$/u

/** Document IDs of the other specs where one is begun; found by the ID or by words of the title. */
export function documentIds(place: Place): readonly CompletionItem[] | undefined {
  const typed = BEGUN.exec(place.line.before.slice(-LOOK_BACK))?.groups?.typed
  if (typed === undefined) return undefined
  const stem = typed.replace(/[\d-]*$/, '').toUpperCase()
  const others = [...place.context.workspace.files()]
    .filter(({ uri, documentId }) => uri !== place.context.file.uri && documentId !== undefined)
    .filter(({ documentId }) => documentId?.text.toUpperCase().startsWith(stem))
    .sort((a, b) => compare(a.documentId?.text ?? '', b.documentId?.text ?? ''))
  if (others.length === 0) return undefined
  const rest = /^[\p{L}\p{N}-]*[\p{L}\p{N}]/u.exec(place.line.after)?.[0].length ?? 0
  const range = rangeOf(place, place.offset - typed.length, place.offset + rest)
  return others.map((spec, index) => {
    const id = spec.documentId?.text ?? ''
    const title = spec.title?.text ?? ''
    return {
      label: id,
      labelDetails: { description: title },
      detail: stateOf(spec),
      kind: CompletionItemKind.File,
      data: dataOf(place, { documentId: id }),
      sortText: sortKey(index),
      filterText: `${id} ${title}`,
      textEdit: { range, newText: id },
    }
  })
}

function stateOf({ status, progress }: FileSymbols): string {
  const counted = progress.total === 0 ? undefined : `${countWords(progress)} done`
  return [status, counted].filter((part) => part !== undefined).join(' · ')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
