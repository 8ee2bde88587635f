import type { CompletionItem } from 'vscode-languageserver-types'
import { fieldValues } from './completion/fields'
import { headings } from './completion/headings'
import { newItems } from './completion/items'
import { keywords } from './completion/keywords'
import { mentions } from './completion/mentions'
import type { Place, Room } from './completion/place'
import { isSilent } from './completion/silence'
import { cells } from './completion/tables'
import { templateSnippets } from './completion/template-snippets'
import type { FeatureContext } from './context'
import { lineAt } from './support/lines'

/** Characters after which an editor asks by itself, as it shows no quick suggestions in Markdown. */
export const completionTriggerCharacters: readonly string[] = ['[', '-', '*', '|', ':']

/** In order: the first whose place it is answers alone. A field may stand in front matter, all else only in prose. */
const OUTSIDE_PROSE: readonly Room[] = [fieldValues]
const IN_PROSE: readonly Room[] = [headings, cells, newItems, mentions, keywords, templateSnippets]

/** Nobody writes a longer ID. */
const LONGEST_ID = 64

/**
 * What can be typed at an offset: values of fields and columns, missing sections, the next item, IDs to name, normative
 * keywords. Nothing in the middle of ordinary prose, in code, comments, link destinations, and in files that are no spec.
 * Each item carries its whole text edit; lists are complete, so a client may go on filtering them.
 */
export function completion(context: FeatureContext, offset: number): CompletionItem[] {
  const { spec } = context
  if (spec.recognition.kind === 'none' || spec.markdown.refused !== undefined) return []
  const place = { context, offset, line: lineAt(spec.text, offset) }
  const rooms = isSilent(place) || isBeforeId(place) ? OUTSIDE_PROSE : [...OUTSIDE_PROSE, ...IN_PROSE]
  for (const room of rooms) {
    const items = room(place)
    if (items !== undefined) return [...items]
  }
  return []
}

/** Directly before an ID that stands there already: whatever was put in would be glued to it. */
function isBeforeId({ context, offset, line }: Place): boolean {
  const next = line.after.slice(0, LONGEST_ID)
  return /^\p{L}/u.test(next) && /\d/.test(next) && context.index.at(offset)?.id.span.start === offset
}
