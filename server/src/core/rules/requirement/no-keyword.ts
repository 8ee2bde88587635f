import type { Entry } from '../../model/spec-document'
import type { ItemKind, Span } from '../../template/template'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { MEASURE } from '../support/measure'
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
    const bare: Entry[] = []
    let judged = 0
    for (const entry of spec.entries) {
      if (!isJudged(entry, asking)) continue
      if (isUnlistedScript(entry.text) || isNotApplicable(entry.text) || hasPlaceholder(spec, entry.span))
        continue
      if (isMapping(entry) || opensWithTestName(entry) || isMeasuredQuality(entry, asking)) continue
      judged++
      const isSaid = ({ passages }: Entry) => passages.some(({ text }) => recall(isNormative, text))
      if (!isSaid(entry) && !around(entry).some(isSaid)) bare.push(entry)
    }
    const [first] = bare
    // An author who uses none at all has another way of writing: that is one thing to say, not one for each.
    if (first !== undefined && bare.length === judged && judged > MOST_ONE_BY_ONE) {
      yield {
        span: placeOf(first),
        message: `None of the ${judged} requirements from here on has a normative keyword: say of each what the system MUST, SHOULD or MAY do`,
      }
      return
    }
    for (const entry of bare) {
      yield {
        span: placeOf(entry),
        message: `${entry.id?.text ?? 'This requirement'} has no normative keyword: say what the system MUST, SHOULD or MAY do`,
      }
    }
  },
}

const MOST_ONE_BY_ONE = 5

/** The requirements that an entry stands under, nearest first: what REQ-004 demands, REQ-004a only takes apart. */
function around(entry: Entry): readonly Entry[] {
  const found: Entry[] = []
  for (let at = entry.parent; at !== undefined; at = at.parent) if (at.role === 'requirement') found.push(at)
  return found
}

function placeOf(entry: Entry): Span {
  return entry.id?.span ?? entry.textSpan
}

/** A row that only says which other item or section an ID is told in. */
function isMapping({ form, text }: Entry): boolean {
  return (
    form === 'row' &&
    text.split(' | ').every((cell) => /^(?:§.*|[A-Z]{2,12}(?:-[A-Z\d]{1,12}){1,4}[a-z]?)$/.test(cell))
  )
}

/** `Export_WhenEmpty_WritesHeader` – …: the requirement is a test to be written. */
function opensWithTestName({ lead, textSpan }: Entry): boolean {
  const at = textSpan.start - lead.start
  return lead.spans.some(
    ({ type, offset, length, value }) =>
      type === 'code' &&
      (offset === at || (offset < at && at < offset + length)) &&
      /^(?:test\w+|\w+_\w+_\w+)$/i.test(value),
  )
}

/** Beside the requirements proper, a number with its unit says what is demanded: `p95 under 200 ms`. */
function isMeasuredQuality({ section, passages }: Entry, asking: ReadonlySet<ItemKind>): boolean {
  const kinds = section?.definition?.kinds
  if (kinds === undefined || kinds.some((kind) => asking.has(kind))) return false
  return passages.some(({ text }) => MEASURE.test(text))
}

/** Only a template that writes its own requirements with a keyword asks others to. */
function asksForKeyword(kind: ItemKind): boolean {
  return kind.role === 'requirement' && kind.shape?.variants.some(isNormative) === true
}

function isJudged(entry: Entry, asking: ReadonlySet<ItemKind>): boolean {
  if (entry.role !== 'requirement' || entry.untouched || entry.retired || entry.text === '') return false
  if (entry.id !== undefined || entry.malformed !== undefined) {
    if (entry.kind?.shape !== undefined) return asking.has(entry.kind)
    // A kind that the template gives no shape (FR beside its REQ) is written after those of its section.
    const kinds = entry.section?.definition?.kinds
    return kinds === undefined || kinds.some((kind) => asking.has(kind))
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
