import type { Entry, SpecDocument } from '../../model/spec-document'
import type { ItemShape } from '../../template/template'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { hasPlaceholder } from '../support/places'
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
  *check({ spec, recall }: RuleContext): Iterable<RuleFinding> {
    for (const entry of spec.entries) {
      const shape = shapeOf(entry)
      if (shape === undefined || entry.untouched || entry.retired || entry.text === '') continue
      const wordsIn = shape.clauses.every(isKnownClause) ? clauseWordsOf : wordsOf
      const words = entry.passages.flatMap((passage) => recall(wordsIn, passage.text))
      if (hasClauses(words, shape.clauses) || isOtherwiseFine(entry, shape, spec)) continue
      yield { span: entry.id?.span ?? entry.textSpan, message: message(entry, words, shape.clauses) }
    }
  },
}

function shapeOf(entry: Entry): ItemShape | undefined {
  if (entry.role !== 'criterion') return undefined
  const shape =
    entry.kind?.shape ?? entry.section?.definition?.kinds.find((kind) => kind.role === 'criterion')?.shape
  return shape === undefined || shape.clauses.length === 0 ? undefined : shape
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
  return spec.opaque.some(
    ({ start, end }) =>
      start >= entry.span.start &&
      end <= entry.span.end &&
      hasClauses(wordsOf(spec.text.slice(start, end)), shape.clauses),
  )
}

function message(entry: Entry, words: readonly string[], clauses: readonly string[]): string {
  const name = entry.id?.text ?? 'This criterion'
  const missing = clauses.filter(
    (clause) =>
      !words.some((word) => languages.some((language) => spokenAs(language, clause).includes(word))),
  )
  const shown = (list: readonly string[]) => list.map((clause) => clause[0]?.toUpperCase() + clause.slice(1))
  if (missing.length === 0) return `${name} has its clauses out of order: write ${shown(clauses).join(', ')}`
  return `${name} has no ${enumerate(shown(missing), 'or', false)}: write ${shown(clauses).join(', ')}`
}
