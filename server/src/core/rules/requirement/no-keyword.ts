import type { Entry, SpecDocument } from '../../model/spec-document'
import type { ItemKind, Span } from '../../template/template'
import { lazily } from '../../text/lazily'
import type { Recall, Rule, RuleContext, RuleFinding } from '../rule'
import { keywordsIn } from '../support/keywords'
import { languageOf } from '../support/language'
import { MEASURE } from '../support/measure'
import { hasPlaceholder } from '../support/places'
import { isJudgedRequirement } from '../support/requirement-text'
import { enumerate, isNotApplicable } from '../support/wording'

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
  reach: ({ entries, entriesBefore }, context) => {
    const asking = askingKinds(context)
    return entries.some((entry, at) => {
      const before = entriesBefore[at]
      if (entry.role !== 'requirement' || before === undefined) return false
      const isSure = hasKeyword(entry, context.recall) && hasKeyword(before, context.recall)
      return !isSure || isLeftOut(entry, asking) !== isLeftOut(before, asking)
    })
  },
  *check(context: RuleContext): Iterable<RuleFinding> {
    const { spec, recall } = context
    const asking = askingKinds(context)
    if (asking.size === 0) return
    const isSaid = (entry: Entry) => hasKeyword(entry, recall)
    const asked = spec.entries.filter(isAskedForKeyword(asking, spec))
    const isBare = (entry: Entry) => !isSaid(entry) && !around(entry).some(isSaid)
    const silent = asked.filter(isBare)
    const bare = silent.filter((entry) => isInJudgedLanguage(entry, recall))
    const judged = asked.length - silent.length + bare.length
    const [first] = bare
    // An author who uses hardly any has another way of writing: that is one thing to say, not one for each.
    if (first !== undefined && bare.length > MOST_ONE_BY_ONE && bare.length * 4 >= judged * 3) {
      const which =
        bare.length === judged ? `None of the ${judged}` : `${bare.length} of the specification's ${judged}`
      const have = bare.length === judged ? 'from here on has a' : 'have no'
      yield {
        span: placeOf(first),
        message: `${which} requirements ${have} normative keyword: ${advice(first, context, 'of each ')}`,
      }
      return
    }
    for (const entry of bare) {
      yield {
        span: placeOf(entry),
        message: `${entry.id?.text ?? 'This requirement'} has no normative keyword: ${advice(entry, context)}`,
      }
    }
  },
}

/** A demand that the template has a form for. */
function isAskedForKeyword(asking: ReadonlySet<ItemKind>, spec: SpecDocument): (entry: Entry) => boolean {
  const parents = lazily(() => new Set(spec.entries.map(({ parent }) => parent)))
  return (entry) => {
    if (!isJudgedRequirement(entry) || !isOfKind(entry, asking) || isGroup(entry, parents)) return false
    return !hasPlaceholder(spec, entry.span) && !isLeftOut(entry, asking)
  }
}

/** By its words it is none that a keyword is asked of. */
function isLeftOut(entry: Entry, asking: ReadonlySet<ItemKind>): boolean {
  if (isNotApplicable(entry.text) || isMapping(entry) || opensWithTestName(entry)) return true
  return isMeasuredQuality(entry, asking) || OUT_OF_SCOPE.test(entry.text)
}

function hasKeyword({ passages }: Entry, recall: Recall): boolean {
  return passages.some(({ text }) => recall(keywordsIn, text).length > 0)
}

function askingKinds(context: RuleContext): ReadonlySet<ItemKind> {
  return new Set(context.template.kinds.filter((kind) => asksForKeyword(kind, context)))
}

/** What is left to another version is no demand on this one. */
const OUT_OF_SCOPE = /\bout[\s-]of[\s-]scope\b/i

/** In languages whose words for what must be are known, and in which a plain statement is no demand. */
function isInJudgedLanguage({ text, passages }: Entry, recall: Recall): boolean {
  return [text, ...passages.map((passage) => passage.text)].every((said) => {
    const spoken = recall(languageOf, said)
    return spoken !== undefined && spoken.proposed.length > 0 && !spoken.plainDemands
  })
}

/** In the words of the requirement's language. Its sub-bullets tell more of that than a short first line. */
function advice({ passages }: Entry, { wording }: RuleContext, ofWhich = ''): string {
  const spoken = languageOf(passages.map(({ text }) => text).join('\n'), wording)
  return spoken === undefined || spoken.language === 'en'
    ? `say ${ofWhich}what the system MUST, SHOULD or MAY do`
    : `say ${ofWhich}what is demanded, with ${enumerate(spoken.proposed, 'or')}`
}

const MOST_ONE_BY_ONE = 5

/** A heading, or a line above a list, that only names what the requirements below it are about. */
function isGroup(entry: Entry, parents: () => ReadonlySet<Entry | undefined>): boolean {
  return entry.form !== 'listItem' && entry.form !== 'row' && parents().has(entry)
}

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

/** `Export_WhenEmpty_WritesHeader` – …, `ExportTests`: …: the requirement is a test to be written. */
function opensWithTestName({ lead, textSpan }: Entry): boolean {
  const at = textSpan.start - lead.start
  return lead.spans.some(
    ({ type, offset, length, value }) =>
      type === 'code' &&
      (offset === at || (offset < at && at < offset + length)) &&
      /^(?:test\w+|\w+tests?|\w+_\w+_\w+)$/i.test(value),
  )
}

/** Beside the requirements proper, a number with its unit says what is demanded: `p95 under 200 ms`. */
function isMeasuredQuality({ section, passages }: Entry, asking: ReadonlySet<ItemKind>): boolean {
  const kinds = section?.definition?.kinds
  if (kinds === undefined || kinds.some((kind) => asking.has(kind))) return false
  return passages.some(({ text }) => MEASURE.test(text))
}

/** Only a template that writes its own requirements with a keyword asks others to. */
function asksForKeyword({ role, shape }: ItemKind, { recall }: RuleContext): boolean {
  return (
    role === 'requirement' &&
    shape?.variants.some((variant) => recall(keywordsIn, variant).length > 0) === true
  )
}

function isOfKind(entry: Entry, asking: ReadonlySet<ItemKind>): boolean {
  if (entry.id !== undefined || entry.malformed !== undefined) {
    if (entry.kind?.shape !== undefined) return asking.has(entry.kind)
    // A kind that the template gives no shape (FR beside its REQ) is written after those of its section.
    const kinds = entry.section?.definition?.kinds
    return kinds === undefined || kinds.some((kind) => asking.has(kind))
  }
  return entry.section?.definition?.kinds.some((kind) => asking.has(kind)) === true
}
