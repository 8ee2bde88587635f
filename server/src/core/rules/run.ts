import type { Placeholder } from '../model/spec-document'
import type { Span, Stage } from '../template/template'
import { lastStartingBefore } from '../text/search'
import { rules as allRules } from './index'
import { createRecall } from './memory'
import type { Finding, Recall, Rule, RuleContext, RuleFinding, RuleInput } from './rule'
import { suppressedIn } from './suppressed'

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
}

export interface RuleRunner {
  /**
   * All findings of a document, in the order of their places, then of their rules' names. Never throws: a rule that
   * does is reported as one `internal/rule-failed`.
   */
  run(input: RuleInput): readonly Finding[]
}

/** A runner that remembers what it judged of unchanged passages. One owner, like the Markdown reader: the service. */
export function createRuleRunner(options: RuleRunnerOptions = {}): RuleRunner {
  const rules = options.rules ?? allRules
  const log = options.log ?? (() => undefined)
  const recall = createRecall()
  return { run: (input) => run(input, rules, recall, log) }
}

/** The findings of one document by a runner used once. */
export function runRules(input: RuleInput, options: RuleRunnerOptions = {}): readonly Finding[] {
  return createRuleRunner(options).run(input)
}

function run(
  input: RuleInput,
  rules: readonly Rule[],
  recall: Recall,
  log: (message: string) => void,
): readonly Finding[] {
  const { spec } = input
  const kind = spec.recognition.kind
  if (kind === 'template' || kind === 'none') return []
  if (spec.markdown.refused !== undefined) return [tooLarge(spec.markdown.refused)]
  const context: RuleContext = { ...input, recall }
  const judged = rules.filter(applicable(input))
  const isSuppressed = suppressedIn(spec)
  const findings: Finding[] = []
  for (const rule of judged) {
    const severity = rule.severity[column(spec.status.stage)]
    if (severity === 'off') continue
    const reports = guarded(rule, context, log)
    if (reports === undefined) findings.push(failed(rule))
    for (const report of reports ?? []) {
      if (rule.name !== PLACEHOLDER && isInPlaceholder(report.span, spec.placeholders)) continue
      if (!isSuppressed(rule.name, report.span)) findings.push({ ...report, rule: rule.name, severity })
    }
  }
  return findings.sort(byPlace)
}

function applicable({ spec }: RuleInput): (rule: Rule) => boolean {
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
  context: RuleContext,
  log: (message: string) => void,
): readonly RuleFinding[] | undefined {
  try {
    return [...rule.check(context)]
  } catch (error) {
    log(`${rule.name} failed on ${context.spec.uri}: ${error instanceof Error ? error.stack : String(error)}`)
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

function failed(rule: Rule): Finding {
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
  if (a.span.end !== b.span.end) return a.span.end - b.span.end
  return a.message < b.message ? -1 : a.message > b.message ? 1 : 0
}
