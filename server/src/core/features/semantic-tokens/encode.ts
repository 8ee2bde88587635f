import type { TextDocument } from 'vscode-languageserver-textdocument'
import { modifierBits, type Token, typeIndex } from './legend'

/**
 * Tokens in the protocol's relative encoding: sorted, each on one line, none over another. Of two that overlap the one
 * that begins first stays, of two that begin together the longer.
 */
export function encodeTokens(document: TextDocument, tokens: readonly Token[]): number[] {
  const sorted = [...tokens].sort((a, b) => a.start - b.start || b.end - a.end)
  const text = document.getText()
  const data: number[] = []
  let covered = 0
  let line = 0
  let character = 0
  for (const token of sorted) {
    if (token.start < covered || token.end <= token.start) continue
    covered = token.end
    for (const piece of linesOf(text, token)) {
      const at = document.positionAt(piece.start)
      const sameLine = at.line === line
      data.push(at.line - line, sameLine ? at.character - character : at.character)
      data.push(piece.end - piece.start, typeIndex(token.type), modifierBits(token.modifiers))
      line = at.line
      character = at.character
    }
  }
  return data
}

/** A token over several lines is given line by line: clients need not support more. */
function linesOf(text: string, token: Token): readonly { readonly start: number; readonly end: number }[] {
  const source = text.slice(token.start, token.end)
  if (!/[\r\n]/.test(source)) return [token]
  return Array.from(source.matchAll(/[^\r\n]+/g), (match) => ({
    start: token.start + match.index,
    end: token.start + match.index + match[0].length,
  }))
}
