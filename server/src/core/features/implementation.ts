import type { Location } from 'vscode-languageserver-types'
import type { FeatureContext } from './context'
import { locationIn } from './support/locations'
import { targetAt } from './support/target'

/**
 * Where the item named at an offset is answered: a requirement by criteria, tests and tasks, a criterion by tests, in any
 * file. What stands one step away only; the chain is the type hierarchy's.
 */
export function implementation(context: FeatureContext, offset: number): Location[] {
  const target = targetAt(context, offset)
  if (target?.kind !== 'item') return []
  return target.found
    .flatMap((found) => context.workspace.answeredBy(found))
    .map(({ file, item }) => locationIn(file, item))
}
