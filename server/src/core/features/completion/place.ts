import type { CompletionItem, Range } from 'vscode-languageserver-types'
import type { FeatureContext } from '../context'
import type { CompletionData, NamedByCompletion } from '../support/completion-data'
import type { Line } from '../support/lines'

/** Where a completion is asked for. */
export interface Place {
  readonly context: FeatureContext
  readonly offset: number
  readonly line: Line
}

/** Answers for one sort of place; `undefined` where the place is not its own and the next room is to be asked. */
export type Room = (place: Place) => readonly CompletionItem[] | undefined

export function rangeOf(place: Place, start: number, end: number): Range {
  const { document } = place.context
  return { start: document.positionAt(start), end: document.positionAt(end) }
}

export function dataOf({ context }: Place, named: NamedByCompletion): CompletionData {
  return { from: context.document.uri, named }
}

/** Keeps the order of a list in clients that sort by text. */
export function sortKey(index: number): string {
  return String(index).padStart(6, '0')
}

/**
 * Whether values may replace what stands before the cursor: nothing, the beginning of one, or another single word. Behind
 * more words the author is writing a note of their own.
 */
export function isReplaceable(typed: string, values: readonly string[]): boolean {
  const text = typed.trim()
  return startsOne(text, values) || /^[\p{L}\p{N}][^\s:|]*$/u.test(text)
}

/**
 * Filter text of a value that replaces what is typed already. Clients filter by the text between the start of the edit
 * and the cursor: where that is no beginning of any value (another value stands there, whole), it is put in front, as
 * otherwise nothing would be left to choose.
 */
export function filterFor(value: string, typed: string, values: readonly string[]): string {
  const text = typed.trim()
  const others = values.filter((each) => each.toLowerCase() !== text.toLowerCase())
  return startsOne(text, others) ? value : `${text} ${value}`
}

function startsOne(text: string, values: readonly string[]): boolean {
  return values.some((value) => value.toLowerCase().startsWith(text.toLowerCase()))
}
