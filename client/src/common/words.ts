import type { DocumentStatus } from '../../../server/src/lsp/protocol'

export const MARKDOWN_ONLY = 'Specmark looks at Markdown files only.'

/** Takes no room, and parts what VS Code would take for markup. */
const WORD_JOINER = '\u2060'

/**
 * Text of documents, configs and templates for a place where VS Code makes `[words](command:…)` a link that runs a
 * command, and `$(name)` an icon: notifications, the status bar, language status, lenses.
 */
export function inert(text: string): string {
  return text.replace(/(?<=\]|\$)\(/g, `${WORD_JOINER}(`)
}

/** Why a document is checked or is not, in sentences; without links. */
export function explanation(status: DocumentStatus): string {
  const sentences = [
    `${verdict(status)}: ${status.reason}`,
    status.status && `Status: ${status.status}`,
    status.leftOut,
  ]
  return inert(sentences.flatMap((sentence) => (sentence ? [asSentence(sentence)] : [])).join(' '))
}

function verdict({ kind, template }: DocumentStatus): string {
  if (kind === 'spec') return `Checked as a spec of the template ${template ?? ''}`.trimEnd()
  if (kind === 'loose') return 'Checked as a spec of no template, without the rules about its form'
  return kind === 'template' ? 'Not checked, as this is a template' : 'Not checked'
}

function asSentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`
}
