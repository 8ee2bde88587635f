import type { CompletionItem } from 'vscode-languageserver-types'
import { documentIds } from './completion/documents'
import { fieldValues } from './completion/fields'
import { headings } from './completion/headings'
import { newItems } from './completion/items'
import { keywords } from './completion/keywords'
import { linkTargets } from './completion/link-targets'
import { mentions } from './completion/mentions'
import type { Place, Room } from './completion/place'
import { qualifiedIds } from './completion/qualified'
import { isSilent } from './completion/silence'
import { cells } from './completion/tables'
import { templateSnippets } from './completion/template-snippets'
import type { FeatureContext } from './context'
import { lineAt } from './support/lines'

/** In order: the first whose place it is answers alone. A field may stand in front matter, all else only in prose. */
const OUTSIDE_PROSE: readonly Room[] = [fieldValues]
const IN_PROSE: readonly Room[] = [
  qualifiedIds,
  headings,
  cells,
  newItems,
  mentions,
  documentIds,
  keywords,
  templateSnippets,
]
/** Behind these the author writes a heading, a remark or a path far more often than what follows them here. */
const BEHIND: ReadonlyMap<string, readonly Room[]> = new Map([
  ['#', [qualifiedIds]],
  ['(', []],
  ['/', []],
])

/** How a completion was asked for. */
export interface CompletionOptions {
  /** The character behind which the editor asked by itself. */
  readonly trigger?: string | undefined
  /** The editor completes the destinations of links itself. */
  readonly ownLinks?: boolean
}

/** Nobody writes a longer ID. */
const LONGEST_ID = 64

/**
 * What can be typed at an offset: values of fields and columns, missing sections, the next item, IDs to name, normative
 * keywords. Nothing in the middle of ordinary prose, in code, comments, link destinations, and in files that are no spec.
 * Each item carries its whole text edit; lists are complete, so a client may go on filtering them.
 */
export function completion(
  context: FeatureContext,
  offset: number,
  { trigger, ownLinks }: CompletionOptions = {},
): CompletionItem[] {
  const { spec } = context
  if (spec.recognition.kind === 'none' || spec.markdown.refused !== undefined) return []
  const place = { context, offset, line: lineAt(spec.text, offset) }
  const links = ownLinks ? [] : [linkTargets]
  const inProse = BEHIND.get(trigger ?? '') ?? IN_PROSE
  const rooms =
    isSilent(place) || isBeforeId(place)
      ? [...links, ...OUTSIDE_PROSE]
      : [...links, ...OUTSIDE_PROSE, ...inProse]
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
