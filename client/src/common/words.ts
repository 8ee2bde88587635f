import type { DocumentStatus } from '../../../server/src/lsp/protocol'

/** Why a document is checked or is not, in sentences. */
export function explanation(status: DocumentStatus): string {
  const sentences = [`${verdict(status)}: ${status.reason}`, status.status]
  return sentences.flatMap((sentence) => (sentence ? [asSentence(sentence)] : [])).join(' ')
}

function verdict({ kind, template }: DocumentStatus): string {
  if (kind === 'spec') return `Checked as a spec of the template ${template ?? ''}`.trimEnd()
  if (kind === 'loose') return 'Checked as a spec of no template, without the rules about its form'
  return kind === 'template' ? 'Not checked, as this is a template' : 'Not checked'
}

function asSentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`
}
