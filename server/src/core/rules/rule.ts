import type { SpecIndex } from '../index/spec-index'
import type { OtherPlace } from '../index/workspace/elsewhere'
import type { ProseChange } from '../model/prose-change'
import type { SpecDocument } from '../model/spec-document'
import type { Role, Span, Template } from '../template/template'
import type { RuleSettings } from './settings'
import type { UnusedSuppression } from './suppressed'
import type { KnownSurroundings, Surroundings } from './surroundings'
import type { Wording } from './wording'

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
  /** Files of the workspace that both stand beside, where it takes others to speak: text by name. */
  readonly beside?: Readonly<Record<string, string>>
  readonly severity: SeverityByStage
  /** The catalogue's ▲: only where the document is a spec of a template that asks for the thing. */
  readonly templateOnly: boolean
  /** Still speaks in a closed document (Superseded, Rejected …). */
  readonly whenClosed: boolean
  /** What its fixes do, a sentence for its page; `undefined` where it has none. */
  readonly fix?: string
  /** Some of its fixes are {@link Fix.safe}: `specmark fix` and fix-all on save make them. */
  readonly fixAll?: true
  /** What it finds nothing without; left out where the document and its config are enough. */
  readonly asks?: keyof KnownSurroundings
  /** How far a change of words reaches; left out where all may be judged otherwise for it. */
  readonly reach?: Reach
  /** Judged after all others, by what they found. */
  readonly last?: true
  /** @param judged what the others found; empty but for a rule that is `last` */
  check(context: RuleContext, judged: Judged): Iterable<RuleFinding>
}

/**
 * What a rule judges anew when words within one passage change, and nothing else (see `ProseChange`):
 *
 * - `nothing`: it goes by what stands where, not by words: by sections, IDs, boxes, and which passage names which ID
 * - `entry`: the entry whose words they are and those around it, each by itself, as the only ones in `RuleContext.spec`
 * - `passage`: the same of passages, where it is one of a list: other words may say what those below them are for
 * - roles: all that it judges, yet only where the words are those of an entry with such a role, or of a paragraph
 * - a function: all that it judges, where that is true of the change; `context` is that of the version now
 *
 * With words of other entries and passages it says what it said, at the places where that is now.
 */
export type Reach =
  | 'nothing'
  | 'entry'
  | 'passage'
  | readonly Role[]
  | ((change: ProseChange, context: RuleContext) => boolean)

/** What is left of the findings of all rules that are not `last`. */
export interface Judged {
  /** Neither suppressed nor in the baseline, in the order of their places. */
  readonly findings: readonly Finding[]
  readonly unused: readonly UnusedSuppression[]
}

/** What a document is judged from. */
export interface RuleInput {
  readonly spec: SpecDocument
  readonly template: Template
  readonly index: SpecIndex
  /** ISO date, given by the host. */
  readonly today: string
  /** What the config decides about rules. */
  readonly settings: RuleSettings
  readonly surroundings: Surroundings
}

export interface RuleContext extends RuleInput {
  /** The document, where `spec` is only what of it is to be judged; see {@link Reach}. */
  readonly whole: SpecDocument
  /** The words that the wording rules go by, as the config has them. */
  readonly wording: Wording
  readonly recall: Recall
  readonly once: Once
  /** All rules that there are, whatever runs. */
  readonly ruleNames: readonly string[]
}

/**
 * The answer of `judge` for `text`, remembered from one run to the next: a keystroke changes one passage, so nearly all
 * answers are known. `judge` must be a pure function of the text and the wording, and the same function object each time.
 */
export type Recall = <T>(judge: (text: string, wording: Wording) => T, text: string) => T

/**
 * What `find` says of the context, found out once in a run, for whichever rule asks first. `find` must be a pure function of
 * the context, and the same function object each time.
 */
export type Once = <T>(find: (context: RuleContext) => T) => T

/** What a rule reports; severity is added by the runner. */
export interface RuleFinding {
  readonly span: Span
  /** What is wrong and what to do, for a person; no trailing period needed beyond plain sentences. */
  readonly message: string
  /** Other places to see. */
  readonly related?: readonly RelatedPlace[]
  /** Ways to resolve it, the likeliest first. */
  readonly fixes?: readonly Fix[]
}

/** A place in the judged document, or in another file: then by line and character, as its text is not there to count in. */
export type RelatedPlace =
  | { readonly span: Span; readonly message: string }
  | { readonly place: OtherPlace; readonly message: string }

/** One way to resolve a finding. After it the finding is gone, and the text is one that its author could have written. */
export interface Fix {
  /** What it does, for a menu: `Insert the section “Why”`. */
  readonly title: string
  /** The catalogue's *fix!*: right without anybody looking, so that saving may do it. */
  readonly safe?: true
  /** What is almost always meant, where there are other ways too. */
  readonly likely?: true
  /**
   * IDs that it takes from their items. They may be named in other files, which are not edited: it is offered only where
   * no other file names one.
   */
  readonly renames?: readonly string[]
  /** The document ID that it changes: other files that mean this document by it are edited too, where the fix is chosen. */
  readonly documentId?: { readonly from: string; readonly to: string }
  /** Pure; made when the fix is chosen, from the version of the document that was judged. Ascending and apart. */
  edits(): readonly Edit[]
}

/** Puts `text` in the place of `span`. */
export interface Edit {
  readonly span: Span
  readonly text: string
  /** Parts of `text` that are there to be typed over, ascending and apart: offsets into it. */
  readonly blanks?: readonly Span[]
}

export interface Finding extends RuleFinding {
  readonly rule: string
  readonly severity: Severity
}
