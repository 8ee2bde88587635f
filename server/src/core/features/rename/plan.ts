import type { FileSymbols } from '../../index/workspace/file-symbols'
import type { Span } from '../../template/template'

/** A file that a rename touches, in the version that counts. */
export interface RenamedFile {
  readonly symbols: FileSymbols
  readonly text: string
}

export interface PlannedEdit {
  readonly span: Span
  readonly text: string
}

/** Edits of several files, by URI: each list ascending and apart. */
export type RenamePlan = ReadonlyMap<string, readonly PlannedEdit[]>

/** Gathers edits; one that is wanted twice is made once. */
export class PlanBuilder {
  readonly #edits = new Map<string, Map<number, PlannedEdit>>()

  add(uri: string, span: Span, text: string): void {
    const ofFile = this.#edits.get(uri) ?? new Map<number, PlannedEdit>()
    this.#edits.set(uri, ofFile)
    ofFile.set(span.start, { span: { start: span.start, end: span.end }, text })
  }

  /** @param textOf the texts that the edits are made in: an edit that changes nothing is left out */
  build(textOf: (uri: string) => string): RenamePlan {
    const plan = new Map<string, readonly PlannedEdit[]>()
    for (const [uri, ofFile] of [...this.#edits].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const text = textOf(uri)
      const edits = [...ofFile.values()]
        .filter((edit) => text.slice(edit.span.start, edit.span.end) !== edit.text)
        .sort((a, b) => a.span.start - b.span.start)
      if (edits.length > 0) plan.set(uri, edits)
    }
    return plan
  }
}
