import type { Placeholder, SpecDocument } from '../model/spec-document'
import type { Span, Stage } from '../template/template'
import { lastStartingBefore } from '../text/search'
import { type BaselineEntry, withoutBaseline } from './baseline'
import { rules as allRules } from './index'
import { createRecall } from './memory'
import type { Finding, Judged, Once, Rule, RuleContext, RuleFinding, RuleInput, Severity } from './rule'
import type { WordSettings } from './settings'
import { NOTHING_JUDGED, type Said, type Speaker, speakerFor } from './speaker'
import { suppressedIn } from './suppressed'
import { createWording } from './wording'

/** Reported where the Markdown reader refused a document. */
export const TOO_LARGE = 'internal/too-large'
/** Reported in place of the findings of a rule that threw. */
export const RULE_FAILED = 'internal/rule-failed'

const CONFLICT = 'structure/conflict-marker'
const PLACEHOLDER = 'structure/placeholder'

export interface RuleRunnerOptions {
  /** The rules to run; the whole catalogue by default. */
  readonly rules?: readonly Rule[]
  /** Told of each rule that threw, with its stack. */
  readonly log?: (message: string) => void
  /** What was judged of the passages of a document is not remembered for the next: for who judges one after the other. */
  readonly forgets?: boolean
}

export interface RunInput extends RuleInput {
  /** Old findings of the document that are not to be reported; none where it is left out. */
  readonly baseline?: readonly BaselineEntry[]
  /** What was said of the version before: what still holds of it is not found out again. */
  readonly before?: Said | undefined
}

export interface RuleRun {
  /** In the order of their places, then of their rules' names. */
  readonly findings: readonly Finding[]
  /** Findings that the baseline has, in the same order. */
  readonly baselined: readonly Finding[]
  /** Entries of the baseline that no finding answers to any more, in its order. */
  readonly stale: readonly BaselineEntry[]
  /** To be given with the next version. */
  readonly said: Said
}

export interface RuleRunner {
  /** Judges a document. Never throws: a rule that does is reported as one `internal/rule-failed`. */
  run(input: RunInput): RuleRun
  /** Lets go of what it remembers of texts. */
  forget(): void
}

/** A runner that remembers what it judged of unchanged passages. One owner, like the Markdown reader: the service. */
export function createRuleRunner(options: RuleRunnerOptions = {}): RuleRunner {
  const rules = options.rules ?? allRules
  const log = options.log ?? (() => undefined)
  const ruleNames = rules.map(({ name }) => name)
  let vocabularies = new WeakMap<WordSettings, Vocabulary>()
  function vocabularyFor(words: WordSettings): Vocabulary {
    const known = vocabularies.get(words) ?? vocabularyOf(words)
    vocabularies.set(words, known)
    return options.forgets ? { ...known, recall: createRecall(known.wording) } : known
  }
  return {
    forget() {
      vocabularies = new WeakMap()
    },
    run({ baseline = [], before, ...input }) {
      const vocabulary = vocabularyFor(input.settings.words)
      const contextFor = (spec: SpecDocument) =>
        contextOf({ ...input, spec }, input.spec, vocabulary, ruleNames)
      const context = contextFor(input.spec)
      const speak = speakerFor(before, context, contextFor)
      return { ...run(context, baseline, rules, speak, log), said: { by: input, findings: speak.said } }
    },
  }
}

/** The findings of one document by a runner used once. */
export function runRules(input: RunInput, options: RuleRunnerOptions = {}): readonly Finding[] {
  return createRuleRunner(options).run(input).findings
}

type Vocabulary = Pick<RuleContext, 'wording' | 'recall'>

function vocabularyOf(words: WordSettings): Vocabulary {
  const wording = createWording(words)
  return { wording, recall: createRecall(wording) }
}

function contextOf(
  input: RuleInput,
  whole: SpecDocument,
  vocabulary: Vocabulary,
  ruleNames: readonly string[],
): RuleContext {
  const known = new Map<unknown, unknown>()
  const once: Once = <T>(find: (context: RuleContext) => T): T => {
    if (!known.has(find)) known.set(find, find(context))
    return known.get(find) as T
  }
  const context: RuleContext = { ...input, ...vocabulary, whole, ruleNames, once }
  return context
}

function run(
  context: RuleContext,
  baseline: readonly BaselineEntry[],
  rules: readonly Rule[],
  speak: Speaker,
  log: (message: string) => void,
): Omit<RuleRun, 'said'> {
  const { spec } = context
  const kind = spec.recognition.kind
  if (kind === 'template' || kind === 'none') return { findings: [], baselined: [], stale: [] }
  if (spec.markdown.refused !== undefined) {
    return { findings: [tooLarge(spec.markdown.refused)], baselined: [], stale: [] }
  }
  const suppressions = suppressedIn(spec)
  const broken = new Set<string>()
  const failed = (rule: Rule, error: unknown) => {
    broken.add(rule.name)
    log(`${rule.name} failed on ${spec.uri}: ${error instanceof Error ? error.stack : String(error)}`)
  }
  const judge = (judging: readonly Rule[], judged: Judged) =>
    judging
      .flatMap((rule) => findingsOf(rule, context, speak, judged, failed))
      .filter(({ rule, span }) => rule === RULE_FAILED || !suppressions.silences(rule, span))
      .sort(byPlace)
  const judged = rules.filter(applicable(context))
  const first = judge(
    judged.filter((rule) => !rule.last),
    NOTHING_JUDGED,
  )
  const { findings, baselined, stale } = withoutBaseline(spec, first, baseline)
  const running = judged.filter((rule) => !rule.last && severityOf(rule, context) !== 'off')
  const heard = running.filter((rule) => !broken.has(rule.name) && knowsAll(rule, context))
  const unused = suppressions.unused(new Set(heard.map(({ name }) => name)), heard.length === running.length)
  const last = judge(
    judged.filter((rule) => rule.last),
    { findings, unused },
  )
  return {
    findings: last.length === 0 ? findings : [...findings, ...last].sort(byPlace),
    baselined,
    // Rules that have not spoken have not mended anything either.
    stale: spec.conflict === undefined ? stale : [],
  }
}

/** What a rule would report by must be read first: a comment for it is not to be taken away meanwhile. */
function knowsAll({ asks }: Rule, { surroundings: { known } }: RuleContext): boolean {
  return asks === undefined || known[asks]
}

function findingsOf(
  rule: Rule,
  context: RuleContext,
  speak: Speaker,
  judged: Judged,
  failed: (rule: Rule, error: unknown) => void,
): readonly Finding[] {
  const { spec } = context
  const severity = severityOf(rule, context)
  if (severity === 'off') return []
  const reports = guarded(rule, speak, judged, failed)
  if (reports === undefined) return [ruleFailed(rule)]
  return reports
    .filter(({ span }) => rule.name === PLACEHOLDER || !isInPlaceholder(span, spec.placeholders))
    .map((report) => ({ ...report, rule: rule.name, severity }))
}

function severityOf({ name, severity }: Rule, { spec, settings }: RuleContext): Severity | 'off' {
  const { stage } = spec.status
  return settings.severity(name, stage) ?? severity[column(stage)]
}

function applicable({ spec }: RuleContext): (rule: Rule) => boolean {
  if (spec.conflict !== undefined) return (rule) => rule.name === CONFLICT
  const byTemplate = spec.recognition.kind === 'spec'
  return (rule) => (byTemplate || !rule.templateOnly) && (rule.whenClosed || !spec.status.closed)
}

/** Place in {@link Rule.severity}. */
function column(stage: Stage): 0 | 1 | 2 {
  if (stage === 'draft') return 0
  return stage === 'review' ? 1 : 2
}

function guarded(
  rule: Rule,
  speak: Speaker,
  judged: Judged,
  failed: (rule: Rule, error: unknown) => void,
): readonly RuleFinding[] | undefined {
  try {
    return speak(rule, judged)
  } catch (error) {
    failed(rule, error)
    return undefined
  }
}

/** Text that is still the template's is one rule's business, whatever another reads into its words. */
function isInPlaceholder(span: Span, placeholders: readonly Placeholder[]): boolean {
  const before = placeholders[lastStartingBefore(placeholders, span.start, ({ span: { start } }) => start)]
  return before !== undefined && span.start < before.span.end && span.end <= before.span.end
}

function tooLarge(reason: string): Finding {
  return { rule: TOO_LARGE, severity: 'warning', span: { start: 0, end: 0 }, message: reason }
}

function ruleFailed(rule: Rule): Finding {
  return {
    rule: RULE_FAILED,
    severity: 'warning',
    span: { start: 0, end: 0 },
    message: `The rule ${rule.name} failed on this document and was left out; the log has the details`,
  }
}

function byPlace(a: Finding, b: Finding): number {
  if (a.span.start !== b.span.start) return a.span.start - b.span.start
  if (a.rule !== b.rule) return a.rule < b.rule ? -1 : 1
  // Of one rule at one place as the rule gave them: sections in the template's order.
  return a.span.end - b.span.end
}
