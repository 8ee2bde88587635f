import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types'
import { relativePath } from '../../index/relative-link'
import type { FileSymbols } from '../../index/workspace/file-symbols'
import { spanAround } from '../support/lookup'
import { type Place, rangeOf, sortKey } from './place'

const LOOK_BACK = 300

/** `](`, `](../spe`, `](lamps.md#`. */
const DESTINATION = /\]\(<?(?<path>[^()<>#\s]*)(?<hash>#(?<fragment>[^()<>\s]*))?$/u

/** Specs of the workspace, and their headings, where the destination of a link is typed. */
export function linkTargets(place: Place): readonly CompletionItem[] | undefined {
  const { workspace, file } = place.context
  const groups = DESTINATION.exec(place.line.before.slice(-LOOK_BACK))?.groups
  if (groups === undefined || spanAround(place.context.spec.opaque, place.offset)) return undefined
  const { path = '', hash, fragment = '' } = groups
  const rest = /^[^()<>#\s]*/u.exec(place.line.after)?.[0].length ?? 0
  if (hash === undefined) {
    const range = rangeOf(place, place.offset - path.length, place.offset + rest)
    const others = [...workspace.files()].filter(({ uri }) => uri !== file.uri)
    return others
      .map((other) => ({ other, link: relativePath(file.uri, other.uri) }))
      .sort((a, b) => depth(a.link) - depth(b.link) || (a.link < b.link ? -1 : 1))
      .map(({ other, link }, index) => ({
        label: link,
        labelDetails: { description: other.title?.text ?? '' },
        kind: CompletionItemKind.File,
        sortText: sortKey(index),
        filterText: `${link} ${other.title?.text ?? ''}`,
        textEdit: { range, newText: link },
      }))
  }
  const target = path === '' ? file : fileAt(place, path)
  const range = rangeOf(place, place.offset - fragment.length, place.offset + rest)
  return target?.headings.map(({ text, anchor }, index) => ({
    label: `#${anchor}`,
    labelDetails: { description: text },
    kind: CompletionItemKind.Reference,
    sortText: sortKey(index),
    filterText: `${anchor} ${text}`,
    textEdit: { range, newText: anchor },
  }))
}

function fileAt({ context }: Place, path: string): FileSymbols | undefined {
  try {
    return context.workspace.file(new URL(path, context.file.uri).href)
  } catch {
    // What is typed so far is no path.
    return undefined
  }
}

function depth(path: string): number {
  return path.split('/').length
}
