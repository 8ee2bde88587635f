import type { Entry, Section, SpecDocument } from '../../model/spec-document'
import type { ItemShape } from '../../template/template'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { listsBelow } from '../support/lists'
import { hasPlaceholder, opaqueWithin } from '../support/places'
import { isUnlistedScript, wordsOf } from '../support/prose'
import { enumerate, isNotApplicable } from '../support/wording'
import { languages } from '../words/index'

export const givenWhenThen: Rule = {
  name: 'criterion/given-when-then',
  summary: 'An acceptance criterion lacks its Given, When or Then, or has them out of order.',
  reason: 'State, action, result: with one of them missing, the criterion cannot be turned into a test.',
  bad: `### Acceptance Criteria
- [ ] **AC-1**: Given an empty ledger, then the export holds the header alone
`,
  good: `### Acceptance Criteria
- [ ] **AC-1**: Given an empty ledger, when it is exported, then the file holds the header alone
- [ ] **AC-2**: Edge case: two exports at once
`,
  severity: ['info', 'warning', 'warning'],
  templateOnly: true,
  whenClosed: false,
  *check({ spec, template, recall }: RuleContext): Iterable<RuleFinding> {
    const parts = template.kinds.flatMap((kind) => kind.shape?.parts.slice(-1) ?? [])
    const hasHome = spec.sections.some((section) => section.role === 'criterion')
    const continued = listsBelow(spec, isUnfinished)
    for (const entry of spec.entries) {
      const shape = shapeOf(entry)
      if (shape === undefined || entry.untouched || entry.retired || entry.text === '') continue
      // Beside the criteria, an ID of theirs opens a remark or a plan.
      if (hasHome && !isAmongCriteria(entry.section)) continue
      if (entry.id === undefined && entry.checkbox === undefined && continued.has(entry.lead)) continue
      const wordsIn = shape.clauses.every(isKnownClause) ? clauseWordsOf : wordsOf
      const words = entry.passages.flatMap((passage) => recall(wordsIn, passage.text))
      if (hasClauses(words, shape.clauses) || isOtherwiseFine(entry, shape, spec)) continue
      if (saysWhatIsMeasured(entry) || isTestOfItsOwn(entry, parts)) continue
      yield { span: entry.id?.span ?? entry.textSpan, message: message(entry, words, shape) }
    }
  },
}

function isAmongCriteria(section: Section | undefined): boolean {
  for (let at = section; at !== undefined; at = at.parent) if (at.role === 'criterion') return true
  return false
}

function shapeOf(entry: Entry): ItemShape | undefined {
  if (entry.role !== 'criterion') return undefined
  const asked = entry.section?.definition?.kinds.find((kind) => kind.role === 'criterion')
  // A kind that the template gives no shape (SC beside its AC) is written as its author likes.
  const hasOwn = entry.id !== undefined || entry.malformed !== undefined || entry.kind !== undefined
  const shape = (hasOwn ? entry.kind : asked)?.shape
  return shape === undefined || shape.clauses.length === 0 ? undefined : shape
}

/** “The release succeeds if a reader finds:” is ended by its list, whose items are no sentences of their own. */
function isUnfinished(paragraph: string): boolean {
  return /[:：]\s*$/.test(paragraph) && wordsOf(paragraph).length > 3
}

/** A limit on code, or a command and how it ends: `wc -l setup.ts` ≤ 300, `make test` exits with 0. */
function saysWhatIsMeasured({ passages }: Entry): boolean {
  return passages.some(
    ({ spans, text }) =>
      spans.some(({ type }) => type === 'code') &&
      /[<>≤≥=]=?\s*\d|\bexit(?:s|ed)?(?:\s+(?:code|status|with))*\s+(?:\d|non-?zero)/i.test(text),
  )
}

/** A heading under which the test itself stands, with what it is to yield. */
function isTestOfItsOwn({ form, passages }: Entry, labels: readonly string[]): boolean {
  if (form !== 'heading') return false
  const openings = passages.flatMap(({ text }) => text.split('\n', 20)).map(openingLabel)
  return labels.some((label) => openings.some((opening) => opening.startsWith(label.toLowerCase())))
}

/** What a line says before its colon, `''` where that is no label. */
function openingLabel(line: string): string {
  return /^\W{0,8}(\w[^:]{0,60}):/.exec(line)?.[1]?.toLowerCase() ?? ''
}

const CLAUSE_WORDS: ReadonlySet<string> = new Set(
  languages.flatMap(({ clauses }) => [...clauses.values()].flat()),
)

function isKnownClause(clause: string): boolean {
  return CLAUSE_WORDS.has(clause)
}

/** The words of a text that may open a clause: the few that are worth remembering. Pure. */
function clauseWordsOf(text: string): readonly string[] {
  return wordsOf(text).filter((word) => CLAUSE_WORDS.has(word))
}

/** Whether one language's clause words come in order, each after the one before. */
function hasClauses(words: readonly string[], clauses: readonly string[]): boolean {
  return languages.some((language) => {
    let from = 0
    return clauses.every((clause) => {
      const spoken = spokenAs(language, clause)
      const at = words.findIndex((word, place) => place >= from && spoken.includes(word))
      from = at + 1
      return at >= 0
    })
  })
}

function spokenAs(language: (typeof languages)[number], clause: string): readonly string[] {
  return language.clauses.get(clause) ?? [clause]
}

function isOtherwiseFine(entry: Entry, shape: ItemShape, spec: SpecDocument): boolean {
  const text = entry.text.toLowerCase()
  if (shape.alternatives.some((words) => text.startsWith(words))) return true
  if (isNotApplicable(text) || isUnlistedScript(text) || hasPlaceholder(spec, entry.span)) return true
  // A Gherkin fence under the item says it in code, which no passage holds.
  return opaqueWithin(spec, entry.span).some(({ start, end }) =>
    hasClauses(wordsOf(spec.text.slice(start, end)), shape.clauses),
  )
}

function message(entry: Entry, words: readonly string[], { clauses, alternatives }: ItemShape): string {
  const name = entry.id?.text ?? 'This criterion'
  const missing = missingClauses(words, clauses).map((clause) => `no ${capitalised(clause)}`)
  const forms = [
    capitalised(clauses.map((clause) => `${clause} …`).join(', ')),
    ...alternatives.map((opening) => `${capitalised(opening)}: …`),
  ]
  const problem = missing.length === 0 ? 'its clauses out of order' : enumerate(missing, 'and', false)
  return `${name} has ${problem}: write ${forms.map((form) => `“${form}”`).join(', or ')}`
}

/**
 * What is missing in the language that the text has most clauses of. One word alone is no sign of a language: `data` is
 * an Italian Given, and English everywhere else.
 */
function missingClauses(words: readonly string[], clauses: readonly string[]): readonly string[] {
  let fewest = clauses
  for (const [place, language] of languages.entries()) {
    const missing = clauses.filter(
      (clause) => !words.some((word) => spokenAs(language, clause).includes(word)),
    )
    const isSure = place === 0 || clauses.length - missing.length > 1
    if (isSure && missing.length < fewest.length) fewest = missing
  }
  return fewest
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
