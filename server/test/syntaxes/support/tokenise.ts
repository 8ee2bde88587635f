import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import oniguruma from 'vscode-oniguruma'
import textmate from 'vscode-textmate'

/** A stretch of text that a grammar gave scopes, outermost first. */
export interface Token {
  readonly text: string
  readonly scopes: readonly string[]
}

export type Tokenise = (lines: readonly string[]) => readonly Token[]

const require = createRequire(import.meta.url)

/**
 * Tokenises as VS Code does: Markdown by a host grammar, into which the injection is put.
 *
 * @param host file of the grammar for `text.html.markdown`
 * @param injection file of the grammar to inject
 */
export async function createTokenise(host: URL, injection: URL): Promise<Tokenise> {
  const files = new Map([
    ['text.html.markdown', host],
    ['markdown.specmark.definition', injection],
  ])
  await loadOniguruma()
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const file = files.get(scope)
      // What is embedded may stay plain, but must be there: a rule that lacks all its patterns is left out.
      if (file === undefined) return emptyGrammar(scope)
      return textmate.parseRawGrammar(readFileSync(file, 'utf8'), file.pathname)
    },
    getInjections: (scope) => (scope === 'text.html.markdown' ? ['markdown.specmark.definition'] : undefined),
  })
  const grammar = await registry.loadGrammar('text.html.markdown')
  if (grammar === null) throw new Error(`${host} is no grammar`)
  return (lines) => {
    const tokens: Token[] = []
    let state = textmate.INITIAL
    for (const line of lines) {
      const result = grammar.tokenizeLine(line, state)
      state = result.ruleStack
      tokens.push(
        ...result.tokens.map(({ startIndex, endIndex, scopes }) => ({
          text: line.slice(startIndex, endIndex),
          scopes,
        })),
      )
    }
    return tokens
  }
}

function emptyGrammar(scopeName: string) {
  return textmate.parseRawGrammar(JSON.stringify({ scopeName, patterns: [] }), 'empty.json')
}

async function loadOniguruma(): Promise<void> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'))
  await oniguruma.loadWASM({ data: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) })
}
