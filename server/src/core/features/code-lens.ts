import type { CodeLens, Range } from 'vscode-languageserver-types'
import type { Checkbox, SpecDocument } from '../model/spec-document'
import { shorten } from '../text/shorten'
import { COMMANDS } from './commands'
import type { FeatureContext } from './context'
import { type CheckboxMarks, checkboxMarks } from './support/checkbox-mark'
import { checkboxesIn, type Headed, headingsOf, isSpec } from './support/lookup'
import { rangeOf } from './support/range'
import { statusMove } from './support/status-move'
import { countWords } from './support/words'

/** Longest label of an item without an ID in a lens, so that a heading's lenses fit beside each other. */
const LABEL_LENGTH = 40

/**
 * Lenses above headings, and on the status one that moves the spec on. The title has the status. Each heading with checkboxes under it, subsections included, counts them (`3 of 7 done`)
 * and leads to the first open one. The heading that they stand directly under offers to tick the next open one, or,
 * when all are done, to untick the last: one action a heading, as a lens for each box would bury the text. An item comes after those
 * below it.
 */
export function codeLenses(context: FeatureContext): CodeLens[] {
  const { spec } = context
  if (!isSpec(spec)) return []
  const labels = labelsOf(spec)
  const markOf = checkboxMarks(spec)
  const move = statusMove(context)
  const moving = move === undefined ? [] : [{ range: rangeOf(context, move.span), command: move.command }]
  const lenses = headingsOf(spec).flatMap((headed) => {
    const status = headed.section === undefined ? statusLens(context, headed) : []
    const all = checkboxesIn(spec.checkboxes, headed.span)
    if (all.length === 0) return status
    const direct = all.filter((checkbox) => checkbox.section === headed.section)
    return [
      ...status,
      countLens(context, headed, all),
      ...actionLens(context, headed, direct, labels, markOf),
    ]
  })
  return [...lenses, ...moving]
}

/** On the title: the status as the template names it. */
function statusLens(context: FeatureContext, headed: Headed): CodeLens[] {
  const { status } = context.spec
  const title = status.value ?? status.raw
  if (title === '' || status.placeholder || status.field === undefined) return []
  const at = context.document.positionAt(status.field.valueSpan.start)
  const command = { title, command: COMMANDS.revealPosition, arguments: [context.document.uri, at] }
  return [{ range: headingRange(context, headed), command }]
}

function countLens(context: FeatureContext, headed: Headed, checkboxes: readonly Checkbox[]): CodeLens {
  const done = checkboxes.filter((checkbox) => checkbox.checked).length
  const target = checkboxes.find((checkbox) => !checkbox.checked) ?? checkboxes[0]
  const at = target?.mark.start ?? headed.heading.start
  return {
    range: headingRange(context, headed),
    command: {
      title: `${countWords({ done, total: checkboxes.length })} done`,
      command: COMMANDS.revealPosition,
      arguments: [context.document.uri, context.document.positionAt(at)],
    },
  }
}

function actionLens(
  context: FeatureContext,
  headed: Headed,
  direct: readonly Checkbox[],
  labels: ReadonlyMap<Checkbox, string>,
  markOf: CheckboxMarks,
): CodeLens[] {
  const open =
    direct.find(({ checked, children }) => !checked && children.every((child) => child.checked)) ??
    direct.find(({ checked }) => !checked)
  const target = open ?? direct.at(-1)
  if (target === undefined) return []
  const label = labels.get(target) ?? shorten(plainText(context, target), LABEL_LENGTH)
  return [
    {
      range: headingRange(context, headed),
      command: {
        title: `${open === undefined ? 'Untick' : 'Tick'} ${label === '' ? 'the next one' : label}`,
        command: COMMANDS.toggleCheckbox,
        arguments: [context.document.uri, context.document.positionAt(target.mark.start), markOf(target)],
      },
    },
  ]
}

/** IDs of the items whose checkboxes they are. */
function labelsOf(spec: SpecDocument): ReadonlyMap<Checkbox, string> {
  const labels = new Map<Checkbox, string>()
  for (const item of spec.items) {
    if (item.checkbox !== undefined) labels.set(item.checkbox, item.id.text)
  }
  return labels
}

/** The item's own words as written, without the marks that would only be noise in a title. */
function plainText(context: FeatureContext, checkbox: Checkbox): string {
  const { start, end } = checkbox.textSpan
  const source = context.spec.text.slice(start, Math.min(end, start + LABEL_LENGTH * 4))
  return source.replace(/[*`]+/g, '').trim()
}

function headingRange(context: FeatureContext, headed: Headed): Range {
  return {
    start: context.document.positionAt(headed.heading.start),
    end: context.document.positionAt(headed.heading.end),
  }
}
