import type { Entry } from '../../model/spec-document'
import type { ItemKind } from '../../template/template'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { hasPlaceholder } from '../support/places'
import { isUnlistedScript, wordsOf } from '../support/prose'
import { isNotApplicable } from '../support/wording'
import { languages } from '../words/index'

export const noKeyword: Rule = {
  name: 'requirement/no-keyword',
  summary: 'A requirement has no normative keyword such as MUST, SHOULD or MAY.',
  reason:
    'Without one nobody can tell what is demanded, what is advised and what is only told (RFC 2119, RFC 8174).',
  bad: `### Functional Requirements
1. **[REQ-001]** The ledger is exported as CSV.
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
`,
  severity: ['info', 'warning', 'warning'],
  templateOnly: true,
  whenClosed: false,
  *check({ spec, template, recall }: RuleContext): Iterable<RuleFinding> {
    const asking = new Set(template.kinds.filter(asksForKeyword))
    if (asking.size === 0) return
    for (const entry of spec.entries) {
      if (!isJudged(entry, asking)) continue
      if (entry.passages.some((passage) => recall(isNormative, passage.text))) continue
      if (isUnlistedScript(entry.text) || isNotApplicable(entry.text) || hasPlaceholder(spec, entry.span))
        continue
      yield {
        span: entry.id?.span ?? entry.textSpan,
        message: `${entry.id?.text ?? 'This requirement'} has no normative keyword: say what the system MUST, SHOULD or MAY do`,
      }
    }
  },
}

/** Only a template that writes its own requirements with a keyword asks others to. */
function asksForKeyword(kind: ItemKind): boolean {
  return kind.role === 'requirement' && kind.shape?.variants.some(isNormative) === true
}

function isJudged(entry: Entry, asking: ReadonlySet<ItemKind>): boolean {
  if (entry.role !== 'requirement' || entry.untouched || entry.retired || entry.text === '') return false
  if (entry.id !== undefined || entry.malformed !== undefined) {
    // A kind that the template gives no shape (FR beside its REQ) is written after the one that has one.
    return entry.kind?.shape === undefined || asking.has(entry.kind)
  }
  return entry.section?.definition?.kinds.some((kind) => asking.has(kind)) === true
}

const NORMATIVE: ReadonlySet<string> = new Set(languages.flatMap((words) => words.normative))
const CAPITALS = new RegExp(
  `(?<!\\w)(?:${languages
    .flatMap((words) => words.normativeCapitals)
    .join('|')
    .toUpperCase()})(?!\\w)`,
)

/** Whether a text demands, advises or permits. `must` in lower case does, to this rule. Pure. */
function isNormative(text: string): boolean {
  return wordsOf(text).some((word) => NORMATIVE.has(word)) || CAPITALS.test(text)
}
