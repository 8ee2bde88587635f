import type { Entry, Passage, SpecDocument } from '../../model/spec-document'
import { lastStartingBefore } from '../../text/search'
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule'
import { renameIds } from '../support/rename-ids'

export const taskNumber: Rule = {
  name: 'checklist/task-number',
  summary: 'The number of a task does not fit its phase.',
  reason: 'Others speak of it by its number, and look for it in the other phase.',
  bad: `### Implementation Plan
1. **Phase 1: Foundation**
   - [ ] Task 1.1: Write the format down
   - [ ] Task 2.1: Read ten ledgers
`,
  good: `### Implementation Plan
1. **Phase 1: Foundation**
   - [ ] Task 1.1: Write the format down
   - [ ] Task 1.2: Read ten ledgers
`,
  severity: ['info', 'info', 'warning'],
  templateOnly: true,
  whenClosed: false,
  reach: ({ before, passage }) => [before, passage].some((one) => opensPhase(one) !== undefined),
  fix: 'Gives it the next free number of its phase, with all that names it.',
  *check({ spec, index }: RuleContext): Iterable<RuleFinding> {
    const phases = phasesOf(spec)
    if (phases.length === 0) return
    for (const item of spec.items) {
      const { id, kind, retired } = item
      if (kind?.shape?.levels !== 2 || retired || !/^\d{1,4}$/.test(id.area)) continue
      const phase = phaseAround(phases, item)
      if (phase === undefined || phase.number === Number(id.area)) continue
      const isUnique = index.definitions(id.key).length === 1
      const free = index.nextFree(id.prefix, String(phase.number))
      const fix: Fix = {
        title: `Renumber ${id.text} to ${free}`,
        renames: [id.text],
        edits: () => renameIds(index, new Map([[id.key, free]])),
      }
      yield {
        span: id.span,
        message: `${id.text} stands in phase ${phase.number}: number it ${free}, or move it`,
        fixes: isUnique ? [fix] : [],
      }
    }
  },
}

interface Phase {
  readonly number: number
  readonly start: number
  readonly section: number
}

const PHASE = /^[\s*_]*phase\s+(\d{1,3})\b/i

function phasesOf({ passages }: SpecDocument): readonly Phase[] {
  const phases: Phase[] = []
  for (const passage of passages) {
    const number = opensPhase(passage)
    if (number === undefined) continue
    const { start, section } = passage
    phases.push({ number, start, section: section?.heading.start ?? -1 })
  }
  return phases
}

function opensPhase({ text, within, quoted }: Passage): number | undefined {
  if (within === 'paragraph' || quoted) return undefined
  const number = PHASE.exec(text)?.[1]
  return number === undefined ? undefined : Number(number)
}

/** The last phase that was begun before it in its section. */
function phaseAround(phases: readonly Phase[], { span, section }: Entry): Phase | undefined {
  const phase = phases[lastStartingBefore(phases, span.start, ({ start }) => start)]
  return phase?.section === (section?.heading.start ?? -1) ? phase : undefined
}
