import type { Range } from 'vscode-languageserver-types'
import type { Span } from '../../template/template'
import type { FeatureContext } from '../context'

/** A span as lines and characters. */
export function rangeOf({ document }: FeatureContext, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) }
}
