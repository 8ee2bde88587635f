import type { SpecIndex } from '../../index/spec-index'
import type { Item } from '../../model/spec-document'
import type { Role } from '../../template/template'
import type { RuleFinding } from '../rule'
import { answeringItems } from './new-item'

export interface Unanswered {
  readonly index: SpecIndex
  /** Of the items that should answer them. */
  readonly role: Role
  /** That are to be answered, in document order. */
  readonly judged: readonly Item[]
  /** Those of them that nothing answers, in document order. */
  readonly missed: readonly Item[]
  /** Each is to be told, however many they are. */
  readonly each: boolean
  /** What they are, in the plural. */
  readonly noun: string
  /** @param named the ID of one, or how many they are and which is the first */
  message(named: string): string
}

/**
 * A finding for each item that is left out by an author who answers the others. Who leaves out more does not answer each:
 * that is one thing to say, at the first of them.
 */
export function unansweredFindings(unanswered: Unanswered): readonly RuleFinding[] {
  const { index, role, judged, missed, each, noun, message } = unanswered
  const [first, ...others] = missed
  if (first === undefined) return []
  const answering = answeringItems(index, role)
  const finding = (item: Item, text: string, related: readonly Item[]): RuleFinding => ({
    span: item.id.span,
    message: text,
    related: related.map(({ id }) => ({ span: id.span, message: `${id.text} is left out as well` })),
    fixes: [answering(item) ?? []].flat(),
  })
  if (each || areExceptions(missed.length, judged.length)) {
    return missed.map((item) => finding(item, message(item.id.text), []))
  }
  const named = `${missed.length} of ${judged.length} ${noun}, ${first.id.text} first`
  return [finding(first, message(named), others.slice(0, MOST))]
}

/** Other places that are shown with a finding. */
const MOST = 5
const FEW = 3

function areExceptions(missed: number, all: number): boolean {
  return missed * 4 <= all || (missed <= FEW && missed * 2 <= all) || missed === 1
}
