import type { Entry, Passage, Section, SpecDocument } from '../../model/spec-document'
import type { ItemShape } from '../../template/template'
import type { Recall, Rule, RuleContext, RuleFinding } from '../rule'
import { type ClauseMarks, type Clauses, clausesOf } from '../support/clauses'
import {
  isEars,
  isMeasured,
  isOwnTest,
  namesChecks,
  namesCode,
  opensWithLastingState,
  speaksOfUpkeep,
  tellsOfLastingState,
} from '../support/criteria'
import { listsBelow } from '../support/lists'
import { insertingClauses } from '../support/missing-clauses'
import { hasPlaceholder, opaqueWithin } from '../support/places'
import { isUnlistedScript, wordsOf } from '../support/prose'
import { enumerate, isNotApplicable } from '../support/wording'

export const givenWhenThen: Rule = {
  name: 'criterion/given-when-then',
  summary: 'An acceptance criterion lacks its Given, When or Then, or has them out of order.',
  reason: 'State, action, result: with one of them missing, the criterion cannot be turned into a test.',
  bad: `### Acceptance Criteria
- [ ] **AC-1**: Given an empty ledger, then the export holds the header alone
`,
  good: `### Acceptance Criteria
- [ ] **AC-1**: Given an empty ledger, when it is exported, then the file holds the header alone
- [ ] **AC-2**: Given the drawer is open, then the exports are listed
- [ ] **AC-3**: Edge case: two exports at once
`,
  severity: ['info', 'warning', 'warning'],
  templateOnly: true,
  whenClosed: false,
  reach: ({ passage, entries, entriesBefore }, context) => {
    if (passage.within === 'paragraph') return true
    const isSure = (entry: Entry | undefined) => entry !== undefined && isPlainlyKept(entry, context)
    return entries.some(
      ({ role }, at) => role === 'criterion' && !(isSure(entries[at]) && isSure(entriesBefore[at])),
    )
  },
  fix: 'Inserts the missing clause, to be filled in.',
  *check(context: RuleContext): Iterable<RuleFinding> {
    const judged = judgedCriteria(context)
    const others = judged.filter(({ verdict }) => verdict !== 'kept' && verdict !== 'unfinished')
    // An author who writes hardly any criterion in this form has another one: that is one thing to say.
    const isStyle = others.length > FEW && others.length * 4 >= judged.length * 3
    // What a documentation holds is read: nobody acts, and nothing follows.
    const isOnUpkeep = speaksOfUpkeep(context.spec.title?.text ?? '')
    const [first, ...further] = others.filter(({ verdict }) => verdict === 'plain')
    for (const one of judged) {
      const { entry, verdict, clauses, marks, shape } = one
      if (verdict === 'unfinished' || (verdict === 'plain' && !isStyle)) {
        const missing = clauses.missing(entry.text, marks)
        const fix = insertingClauses(context.spec, entry, shape, missing)
        yield {
          span: placeOf(entry),
          message: messageOf(entry, missing, shape),
          fixes: fix === undefined ? [] : [fix],
        }
      } else if (isStyle && !isOnUpkeep && one === first && (further.length + 1) * 2 >= others.length) {
        const all = judged.length - judged.indexOf(first)
        yield { span: placeOf(entry), message: messageOfAll(further.length + 1, all, shape) }
      }
    }
  },
}

const FEW = 2

interface Judged {
  readonly entry: Entry
  readonly shape: ItemShape
  readonly clauses: Clauses
  readonly marks: ClauseMarks
  /** `unfinished`: opened by its first clause, and not ended; `plain`: not in the form; `aside`: nor would it fit. */
  readonly verdict: 'kept' | 'unfinished' | 'plain' | 'aside'
}

function judgedCriteria({ spec, template, wording, recall }: RuleContext): readonly Judged[] {
  const readers = new Map<ItemShape, Clauses>()
  const labels = template.kinds.flatMap((kind) => kind.shape?.parts.slice(-1) ?? [])
  const asked = criteriaOf(spec)
  const isInEars = asked.some(({ entry }) => isEars(entry))
  return asked.map(({ entry, shape }) => {
    const clauses = readers.get(shape) ?? clausesOf(shape, wording, recall)
    readers.set(shape, clauses)
    const marks = entry.passages.flatMap(({ text }) => clauses.marksIn(text))
    const verdict = (): Judged['verdict'] => {
      if (clauses.areComplete(marks) || isOtherwiseFine(entry, shape, spec, clauses)) return 'kept'
      if (isEars(entry) || (isInEars && /\bSHALL\b/.test(entry.text))) return 'kept'
      if (opensWithLastingState(entry)) return 'kept'
      const taken = clauses.taken(entry.text, marks)
      if (taken === 'opened')
        return mayDoWithout(entry, clauses.missing(entry.text, marks), shape, recall) ? 'kept' : 'unfinished'
      if (isUnlistedScript(entry.text) || isMeasured(entry, recall) || isOwnTest(entry, labels))
        return 'aside'
      if (namesChecks(entry, recall) || (taken === 'not' && namesCode(entry))) return 'aside'
      return 'plain'
    }
    return { entry, shape, clauses, marks, verdict: verdict() }
  })
}

/** It has all clauses, or is asked for none, and says nothing of how others are written. */
function isPlainlyKept(entry: Entry, { wording, recall }: RuleContext): boolean {
  const shape = shapeOf(entry)
  if (shape === undefined) return true
  const clauses = clausesOf(shape, wording, recall)
  const marks = entry.passages.flatMap(({ text }) => clauses.marksIn(text))
  return clauses.areComplete(marks) && !isEars(entry) && !isNotApplicable(entry.text)
}

/** Nobody acts between a state that lasts, or a build, and what holds of it. */
function mayDoWithout(
  entry: Entry,
  missing: readonly string[],
  { clauses }: ItemShape,
  recall: Recall,
): boolean {
  const isAction = missing.length === 1 && clauses.slice(1, -1).includes(missing[0] ?? '')
  return isAction && (tellsOfLastingState(entry) || namesChecks(entry, recall))
}

interface Asked {
  readonly entry: Entry
  readonly shape: ItemShape
}

function criteriaOf(spec: SpecDocument): readonly Asked[] {
  const hasHome = spec.sections.some((section) => section.role === 'criterion')
  const isContinuation = listsBelow(spec, isUnfinished)
  const pointers = spec.passages.filter(namesFile)
  return spec.entries.flatMap((entry) => {
    const shape = shapeOf(entry)
    if (shape === undefined || entry.untouched || entry.retired || entry.text === '') return []
    // The columns of a table say what its criteria are made of.
    if (entry.form === 'row') return []
    // Beside the criteria, an ID of theirs opens a remark or a plan.
    if (hasHome && !isWithin(entry.section, ({ role }) => role === 'criterion')) return []
    if (pointers.some((passage) => isSummary(entry, passage, shape))) return []
    if (entry.id === undefined && entry.checkbox === undefined && isContinuation(entry.lead)) return []
    return isNotApplicable(entry.text) || hasPlaceholder(spec, entry.span) ? [] : [{ entry, shape }]
  })
}

function isWithin(section: Section | undefined, test: (one: Section) => boolean): boolean {
  for (let at = section; at !== undefined; at = at.parent) if (test(at)) return true
  return false
}

function namesFile({ within, spans }: Passage): boolean {
  return (
    within === 'paragraph' &&
    spans.some(({ type, value }) => (type === 'code' || type === 'link') && /\.md(?:#|$)/.test(value))
  )
}

/** “Given-When-Then criteria are in `acceptance.md`; in short:” stands above it. */
function isSummary({ section }: Entry, pointer: Passage, { clauses }: ItemShape): boolean {
  const said = pointer.text.toLowerCase().replace(/[-–/,\s]+(?:and\s+)?/g, ' ')
  return isWithin(section, (one) => one === pointer.section) && said.includes(clauses.join(' '))
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

function isOtherwiseFine(
  { text, span }: Entry,
  { alternatives }: ItemShape,
  spec: SpecDocument,
  clauses: Clauses,
): boolean {
  const said = text.toLowerCase()
  if (alternatives.some((words) => said.startsWith(words))) return true
  // A Gherkin fence under the item says it in code, which no passage holds.
  return opaqueWithin(spec, span).some(({ start, end }) => {
    const code = spec.text.slice(start, end)
    // The rule's own name in a comment has all three words.
    return !code.startsWith('<!--') && clauses.areComplete(clauses.marksIn(code))
  })
}

function placeOf(entry: Entry): Judged['entry']['textSpan'] {
  return entry.id?.span ?? entry.textSpan
}

function messageOf(entry: Entry, missing: readonly string[], shape: ItemShape): string {
  const name = entry.id?.text ?? 'This criterion'
  const lacks = missing.map((clause) => `no ${capitalised(clause)}`)
  const problem = lacks.length === 0 ? 'its clauses out of order' : enumerate(lacks, 'and', false)
  return `${name} has ${problem}: write ${formsOf(shape)}`
}

function messageOfAll(plain: number, all: number, shape: ItemShape): string {
  const which = plain === all ? `None of the ${all}` : `${plain} of the ${all}`
  const has = plain === all ? 'has' : 'have no'
  const names = enumerate(shape.clauses.map(capitalised), plain === all ? 'and' : 'or', false)
  return `${which} criteria from here on ${has} ${names}: write ${formsOf(shape)}`
}

function formsOf({ clauses, alternatives }: ItemShape): string {
  const forms = [
    capitalised(clauses.map((clause) => `${clause} …`).join(', ')),
    ...alternatives.map((opening) => `${capitalised(opening)}: …`),
  ]
  return forms.map((form) => `“${form}”`).join(', or ')
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
