import type { SemanticTokensLegend } from 'vscode-languageserver-types'

export interface DecodedToken {
  readonly line: number
  readonly character: number
  readonly length: number
  readonly type: string
  readonly modifiers: readonly string[]
}

/** Reads the protocol's relative encoding back. */
export function decodeTokens(data: readonly number[], legend: SemanticTokensLegend): readonly DecodedToken[] {
  const tokens: DecodedToken[] = []
  let line = 0
  let character = 0
  for (let at = 0; at < data.length; at += 5) {
    const [deltaLine = 0, deltaStart = 0, length = 0, type = -1, bits = 0] = data.slice(at, at + 5)
    character = deltaLine === 0 ? character + deltaStart : deltaStart
    line += deltaLine
    const modifiers = legend.tokenModifiers.filter((_, index) => (bits & (1 << index)) !== 0)
    tokens.push({ line, character, length, type: legend.tokenTypes[type] ?? `unknown ${type}`, modifiers })
  }
  return tokens
}
