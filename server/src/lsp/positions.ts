import type { Position, TextDocument } from 'vscode-languageserver-textdocument'
import { invalidParams } from './errors'

/**
 * A position that a client sent, as one of the document; `undefined` where the document has no such line. A character
 * beyond the line's end counts as its end, as the protocol says.
 *
 * @throws {ResponseError} InvalidParams where it is no position: lines and characters are whole numbers from 0.
 */
export function positionIn(document: TextDocument, position: unknown): Position | undefined {
  if (!isPosition(position))
    throw invalidParams('A position is a line and a character, whole numbers from 0.')
  return position.line < document.lineCount ? document.positionAt(document.offsetAt(position)) : undefined
}

function isPosition(value: unknown): value is Position {
  if (typeof value !== 'object' || value === null || !('line' in value) || !('character' in value))
    return false
  return isIndex(value.line) && isIndex(value.character)
}

function isIndex(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}
