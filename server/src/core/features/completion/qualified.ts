import { type CompletionItem, CompletionItemKind, CompletionItemTag } from 'vscode-languageserver-types'
import { shorten } from '../../text/shorten'
import { ROLE_NAMES } from '../support/words'
import { dataOf, type Place, rangeOf, sortKey } from './place'

const DESCRIPTION_LENGTH = 60
const LOOK_BACK = 150

/** `SPEC-2026-01-15-001#`, `SPEC-2026-01-15-001#RE`. */
const QUALIFIED =
  /(?<![\p{L}\p{N}_/.-])(?<qualifier>[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)#(?<typed>[\p{L}\p{N}.-]*)$/u

/** The items of another spec behind its document ID and a `#`. */
export function qualifiedIds(place: Place): readonly CompletionItem[] | undefined {
  const { workspace, file } = place.context
  const { qualifier = '', typed = '' } = QUALIFIED.exec(place.line.before.slice(-LOOK_BACK))?.groups ?? {}
  const specs = qualifier === '' ? [] : workspace.withDocumentId(qualifier)
  if (specs.length === 0) return undefined
  const rest = /^[\p{L}\p{N}.-]*[\p{L}\p{N}]/u.exec(place.line.after)?.[0].length ?? 0
  const range = rangeOf(place, place.offset - typed.length, place.offset + rest)
  const items = specs.flatMap((spec) => workspace.membersOf(spec)).filter((spec) => spec !== file)
  return items
    .flatMap((spec) => spec.items.map((item) => ({ item, uri: spec.uri })))
    .map(({ item, uri }, index) => ({
      label: item.id,
      labelDetails: { description: shorten(item.text, DESCRIPTION_LENGTH) },
      detail: item.retired ? `retired ${ROLE_NAMES[item.role]}` : ROLE_NAMES[item.role],
      data: dataOf(place, { uri, key: item.key }),
      kind: CompletionItemKind.Reference,
      ...(item.retired ? { tags: [CompletionItemTag.Deprecated] } : {}),
      sortText: sortKey(index),
      filterText: `${item.id} ${item.text}`,
      textEdit: { range, newText: item.id },
    }))
}
