import { completion } from '../../../src/core/features/completion'
import { accept, isShown } from './client'
import { BUILT_IN, contextOf } from './context'
import { atCursor } from './cursor'

/** Completions that an editor would show for what is typed. */
export function complete(marked: string, template = BUILT_IN) {
  const { text, offset } = atCursor(marked)
  const context = contextOf(text, { template })
  const items = completion(context, offset).filter((item) => isShown(context.document, offset, item))
  return { document: context.document, items, labels: items.map((item) => item.label) }
}

/** The line of the text that holds a completion, and those of its snippet, after it was accepted. */
export function accepted(marked: string, label: string, description = '', template = BUILT_IN): string {
  const { document, items } = complete(marked, template)
  const item = items.find(
    (each) => each.label === label && (each.labelDetails?.description ?? '').includes(description),
  )
  if (item === undefined) throw new Error(`${label} is not offered, only ${items.map((each) => each.label)}`)
  return accept(document, item)
}

/** The lines that accepting added to, or changed in, the text without the cursor's line. */
export function change(marked: string, label: string, description?: string): string {
  const before = marked.split('\n').filter((line) => !line.includes('│'))
  const after = accepted(marked, label, description).split('\n')
  const from = after.findIndex((line, index) => line !== before[index])
  return after.slice(from, from + 1 + after.length - before.length - 1).join('\n')
}
