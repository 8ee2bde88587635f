import type { SpecIndex } from '../index/spec-index'
import type { SpecDocument } from '../model/spec-document'
import type { Span, Template } from '../template/template'

export type Severity = 'error' | 'warning' | 'info' | 'hint'

/** Severities while a spec is Draft, in Review, and Approved or Implemented, as the catalogue lists them. */
export type SeverityByStage = readonly [
  draft: Severity | 'off',
  review: Severity | 'off',
  approved: Severity | 'off',
]

/** A named check. Stateless: the same context gives the same findings. */
export interface Rule {
  /** `group/name`; a contract with configs and reports. */
  readonly name: string
  /** One sentence on what it finds. */
  readonly summary: string
  /** Why that matters, in a sentence or two. */
  readonly reason: string
  /** Markdown that it speaks of, and the same mended. */
  readonly bad: string
  readonly good: string
  readonly severity: SeverityByStage
  /** The catalogue's ▲: only where the document is a spec of a template that asks for the thing. */
  readonly templateOnly: boolean
  /** Still speaks in a closed document (Superseded, Rejected …). */
  readonly whenClosed: boolean
  check(context: RuleContext): Iterable<RuleFinding>
}

/** What a document is judged from. */
export interface RuleInput {
  readonly spec: SpecDocument
  readonly template: Template
  readonly index: SpecIndex
  /** ISO date, given by the host. */
  readonly today: string
}

export interface RuleContext extends RuleInput {
  readonly recall: Recall
}

/**
 * The answer of `judge` for `text`, remembered from one run to the next: a keystroke changes one passage, so nearly all
 * answers are known. `judge` must be a pure function of the text and the same function object each time.
 */
export type Recall = <T>(judge: (text: string) => T, text: string) => T

/** What a rule reports; severity is added by the runner. */
export interface RuleFinding {
  readonly span: Span
  /** What is wrong and what to do, for a person; no trailing period needed beyond plain sentences. */
  readonly message: string
  /** Other places to see, in the same document. */
  readonly related?: readonly { readonly span: Span; readonly message: string }[]
}

export interface Finding extends RuleFinding {
  readonly rule: string
  readonly severity: Severity
}
