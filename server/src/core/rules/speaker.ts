import { proseChange } from '../model/prose-change'
import type { SpecDocument } from '../model/spec-document'
import { createRejudge, type Rejudge } from './rejudge'
import type { Judged, Rule, RuleContext, RuleFinding, RuleInput } from './rule'

/** What rules said of a document, before anything of it was silenced, and what they judged it by. */
export interface Said {
  readonly by: RuleInput
  readonly findings: ReadonlyMap<Rule, readonly RuleFinding[]>
}

/** All that a rule has to say of a document. Throws what the rule throws. */
export interface Speaker {
  (rule: Rule, judged: Judged): readonly RuleFinding[]
  /** What was said so far by rules that are not judged last. */
  readonly said: ReadonlyMap<Rule, readonly RuleFinding[]>
}

export const NOTHING_JUDGED: Judged = { findings: [], unused: [] }

/**
 * @param before what was said of the version before, of which what still holds is not found out again
 * @param contextFor the context with part of the document as the model to be judged
 */
export function speakerFor(
  before: Said | undefined,
  context: RuleContext,
  contextFor: (spec: SpecDocument) => RuleContext,
): Speaker {
  const rejudge = before && rejudgeFor(before, context, contextFor)
  const said = new Map<Rule, readonly RuleFinding[]>()
  const speak = (rule: Rule, judged: Judged) => {
    if (rule.last) return [...rule.check(context, judged)]
    const known = before?.findings.get(rule)
    const findings = (known && rejudge?.(rule, known)) ?? checked(rule, context)
    said.set(rule, findings)
    return findings
  }
  return Object.assign(speak, { said })
}

function checked(rule: Rule, context: RuleContext): readonly RuleFinding[] {
  return [...rule.check(context, NOTHING_JUDGED)]
}

function rejudgeFor(
  { by }: Said,
  context: RuleContext,
  contextFor: (spec: SpecDocument) => RuleContext,
): Rejudge | undefined {
  const { template, settings, surroundings, today } = context
  const isSame =
    by.template === template &&
    by.settings === settings &&
    by.surroundings === surroundings &&
    by.today === today
  const change = isSame ? proseChange(by.spec, context.spec) : undefined
  return change && createRejudge(change, context, contextFor, checked)
}
