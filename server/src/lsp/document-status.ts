import type { TextDocument } from 'vscode-languageserver-textdocument'
import { progressDetails, progressSummary } from '../core/features/progress'
import { phasesOf } from '../core/features/support/phases'
import type { Analysis, Explanation, SpecService } from '../core/service'
import type { DocumentProgress, DocumentStatus } from './protocol'

/** What is to be said of a document beside its findings: why it is checked, and how far it has come. */
export async function documentStatus(service: SpecService, document: TextDocument): Promise<DocumentStatus> {
  const [analysis, explanation] = [await service.analyse(document), await service.explain(document)]
  return {
    uri: document.uri,
    version: document.version,
    kind: explanation.kind,
    template: explanation.template ?? null,
    reason: explanation.reason,
    status: explanation.status ?? null,
    config: explanation.config ?? null,
    leftOut: leftOutOf(service),
    progress: countsIn(explanation) ? progressOf(analysis) : null,
  }
}

/** Why is in the log, a line for each file. */
function leftOutOf(service: SpecService): string | null {
  const count = service.leftOut().size
  const files =
    count === 0 ? [] : [`${count} ${count === 1 ? 'file is' : 'files are'} left out, see the log.`]
  const sentences = [...files, ...new Set(service.readInPart().values())]
  return sentences.length === 0 ? null : sentences.join(' ')
}

function countsIn(explanation: Explanation): boolean {
  return explanation.kind === 'spec' || explanation.kind === 'loose'
}

function progressOf({ document, spec, index }: Analysis): DocumentProgress {
  const { progress } = index
  const firstOpen = spec.checkboxes.find((checkbox) => !checkbox.checked)
  return {
    done: progress.done,
    total: progress.total,
    byRole: Object.fromEntries(progress.byRole),
    summary: progressSummary(progress) ?? 'No checkboxes',
    details: progressDetails(progress, phasesOf(spec)),
    firstOpen: firstOpen === undefined ? null : document.positionAt(firstOpen.mark.start),
  }
}
