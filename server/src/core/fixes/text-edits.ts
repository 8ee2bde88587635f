import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Range, SnippetTextEdit, TextEdit } from 'vscode-languageserver-types'
import type { Edit } from '../rules/rule'
import { createSnippetWriter, type SnippetWriter } from '../template/snippet-syntax'
import type { Span } from '../template/template'
import { afterLineEnd, lineEnd, lineStart } from '../text/lines'

/** Edits as the protocol wants them. */
export function textEdits(document: TextDocument, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, text }) => ({ range: rangeOf(document, span), newText: text }))
}

/** The same for a client that selects what is to be typed over: edits with blanks are snippets, one tab stop for each. */
export function snippetEdits(
  document: TextDocument,
  edits: readonly Edit[],
): readonly (TextEdit | SnippetTextEdit)[] {
  // Clients read all snippets of one answer as one, so the tab stops are numbered through them.
  const writer = createSnippetWriter()
  const source = document.getText()
  return edits.map((edit) => {
    const { span, text, blanks = [] } = atMargin(source, edit)
    const range = rangeOf(document, span)
    // Clients indent what follows the first line of a snippet as the line that it is put into: once more than is written.
    if (blanks.length === 0 || (isIndented(source, span) && /[\r\n]/.test(text)))
      return { range, newText: text }
    return { range, snippet: { kind: 'snippet', value: snippet(text, blanks, writer) } }
  })
}

function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) }
}

function isIndented(source: string, { start }: Span): boolean {
  return /^[ \t]/.test(source.slice(lineStart(source, start), start))
}

/** Whole lines behind an indented one are the same before the line after it. */
function atMargin(source: string, edit: Edit): Edit {
  const { span, text, blanks = [] } = edit
  const [eol] = /^(?:\r\n?|\n)/.exec(text) ?? []
  const end = lineEnd(source, span.start)
  const at = afterLineEnd(source, end)
  const isMovable = eol !== undefined && span.start === end && span.end === end && at > end
  if (!isMovable || blanks.length === 0 || !isIndented(source, span)) return edit
  return {
    span: { start: at, end: at },
    text: text.slice(eol.length) + eol,
    blanks: blanks.map((blank) => ({ start: blank.start - eol.length, end: blank.end - eol.length })),
  }
}

function snippet(text: string, blanks: readonly Span[], writer: SnippetWriter): string {
  let written = ''
  let at = 0
  for (const { start, end } of blanks) {
    written += writer.text(text.slice(at, start)) + writer.stop(text.slice(start, end))
    at = end
  }
  return written + writer.text(text.slice(at))
}
