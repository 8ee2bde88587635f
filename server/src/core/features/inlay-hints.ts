import type { InlayHint, Range } from 'vscode-languageserver-types'
import { shorten } from '../text/shorten'
import type { FeatureContext } from './context'
import { isSpec } from './support/lookup'

/** Code units of an item's text behind its ID: more would push the sentence apart. */
const MOST_TEXT = 32

/**
 * Behind each bare ID the beginning of what it means, as far as that is one thing: `REQ-002 A lamp MUST be dimmed…`. Not where
 * the ID is defined, nor behind what a range implies.
 */
export function inlayHints(context: FeatureContext, range: Range): InlayHint[] {
  const { spec, document, file, workspace } = context
  if (!isSpec(spec)) return []
  const start = document.offsetAt(range.start)
  const end = document.offsetAt(range.end)
  return file.references.flatMap((reference) => {
    if (reference.implied || reference.end < start || reference.start > end) return []
    const [found, ...others] = workspace.resolve(file, reference)
    if (found === undefined || others.length > 0 || found.item.text === '') return []
    // The bracket closes behind the ID, and the hint stands behind it.
    const at = spec.text[reference.end] === ']' ? reference.end + 1 : reference.end
    return [
      {
        position: document.positionAt(at),
        label: shorten(found.item.text, MOST_TEXT),
        tooltip: found.item.text,
        paddingLeft: true,
      },
    ]
  })
}
