import { relativePath } from '../index/relative-link'
import type { WorkspaceIndex } from '../index/workspace/workspace-index'
import { destinationOf } from './rename/anchors'
import { PlanBuilder, type RenamedFile, type RenamePlan } from './rename/plan'

/** A file or folder that is moved, or has another name. */
export interface MovedFile {
  readonly from: string
  readonly to: string
}

/** Files whose links a move may change: those that are moved, and those that link to them. */
export function filesToMove(workspace: WorkspaceIndex, moves: readonly MovedFile[]): readonly string[] {
  const uris: string[] = []
  for (const { uri, links } of workspace.files()) {
    const isTouched = isMoved(moves, uri) || links.some((link) => isMoved(moves, link.uri))
    if (isTouched && links.length > 0) uris.push(uri)
  }
  return uris
}

/**
 * Lets the relative links between specs follow: those to what is moved, and those of what is moved to what stays. The edits
 * are of the files as they are before the move.
 */
export function moveFiles(moves: readonly MovedFile[], files: readonly RenamedFile[]): RenamePlan {
  const plan = new PlanBuilder()
  for (const { symbols, text } of files) {
    const own = movedTo(moves, symbols.uri)
    for (const link of symbols.links) {
      const [path = '', fragment] = link.url.split('#', 2)
      const place = path === '' ? undefined : destinationOf(link, text)
      if (place === undefined || (own === symbols.uri && !isMoved(moves, link.uri))) continue
      const dot = path.startsWith('./') ? './' : ''
      const target = relativePath(own, movedTo(moves, link.uri))
      const shown = target.startsWith('..') ? target : dot + target
      plan.add(symbols.uri, place, fragment === undefined ? shown : `${shown}#${fragment}`)
    }
  }
  const texts = new Map(files.map(({ symbols, text }) => [symbols.uri, text]))
  return plan.build((uri) => texts.get(uri) ?? '')
}

function isMoved(moves: readonly MovedFile[], uri: string): boolean {
  return moves.some(({ from }) => uri === from || uri.startsWith(`${from}/`))
}

function movedTo(moves: readonly MovedFile[], uri: string): string {
  const move = moves.find(({ from }) => uri === from || uri.startsWith(`${from}/`))
  return move === undefined ? uri : move.to + uri.slice(move.from.length)
}
