import type { FoundItem } from '../../../index/workspace/workspace-index'
import type { FeatureContext } from '../../context'
import { escapeMarkdown } from '../markdown'
import { ROLE_NAMES } from '../words'
import { itemLink, linkLines, nameOf } from './links'

/** Meanings told in full: of more, what is meant cannot be told anyway. */
const MOST = 3

/** Items of other specs that an ID may mean. */
export function foreignMarkdown(context: FeatureContext, found: readonly FoundItem[]): string {
  const told = found.slice(0, MOST).map((one) => itemLines(context, one, found.length === 1))
  const more = found.length > MOST ? [`and ${found.length - MOST} more`] : []
  const head = found.length === 1 ? [] : [`It may be one of ${found.length}:`]
  return [...head, ...told, ...more].join('\n\n')
}

function itemLines(context: FeatureContext, found: FoundItem, withLinks: boolean): string {
  const { file, item } = found
  const facts = [ROLE_NAMES[item.role]]
  if (item.retired) facts.push('retired')
  if (item.checked !== undefined) facts.push(item.checked ? 'done' : 'open')
  const title = file.title?.text
  if (title !== undefined && title !== nameOf(file)) facts.push(escapeMarkdown(title))
  const lines = [`**${itemLink(context, found)}** · ${facts.join(' · ')}`]
  if (item.text !== '') lines.push(escapeMarkdown(item.text))
  return [...lines, ...(withLinks ? linkLines(context, found) : [])].join('\n\n')
}
