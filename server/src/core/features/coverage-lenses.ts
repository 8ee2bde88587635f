import type { CodeLens } from 'vscode-languageserver-types'
import type { Item } from '../model/spec-document'
import { COMMANDS } from './commands'
import type { FeatureContext } from './context'
import { type AnswerCount, answersOf } from './support/answers'
import { locationIn } from './support/locations'
import { isSpec } from './support/lookup'
import { rangeOf } from './support/range'

/**
 * Lenses on each requirement that count what answers it, in any file: `2 criteria`, `1 test`, `1 open`. Each leads to the
 * first of those that it counts; `0 open` to the first that could be.
 */
export function coverageLenses(context: FeatureContext): CodeLens[] {
  const { spec } = context
  return isSpec(spec) ? spec.items.flatMap((item) => lensesOf(context, item)) : []
}

function lensesOf(context: FeatureContext, item: Item): CodeLens[] {
  const answers = answersOf(context, item)
  if (answers === undefined) return []
  const range = rangeOf(context, item.id.span)
  if (answers.all.length === 0) return [{ range, command: { title: 'Nothing answers it', command: '' } }]
  return [...answers.counts, ...(answers.open === undefined ? [] : [answers.open])].map(
    ({ words, found: [first] }: AnswerCount) => {
      const { uri, range: place } = locationIn(first.file, first.item)
      const command = { title: words, command: COMMANDS.revealPosition, arguments: [uri, place.start] }
      return { range, command }
    },
  )
}
