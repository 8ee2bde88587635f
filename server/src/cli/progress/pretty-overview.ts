import { progressDetails } from '../../core/features/progress'
import type { Count } from '../../core/index/spec-index'
import { printable } from '../source-line'
import type { Overview } from './overview'
import { groupWords, textBar, totalWords } from './words'

/** For a terminal: specs by status, a bar for each; then the sums by role, and of all. `''` where there are none. */
export function prettyOverview(overview: Overview): string {
  if (overview.count === 0) return ''
  const reports = overview.groups.flatMap(({ specs }) => specs.map(({ report }) => report))
  const width = Math.max(...reports.map(({ file }) => file.length))
  const blocks = overview.groups.map((group) => {
    const lines = group.specs.map(
      ({ report: { file, title }, name, progress }) =>
        `  ${bar(progress)}  ${printable(file.padEnd(width))}  ${title === null ? '' : printable(name)}`,
    )
    return `${printable(groupWords(group))}\n${lines.map((line) => line.trimEnd()).join('\n')}\n`
  })
  const roles = progressDetails(overview.progress)
  // Of one role only, its line would say what the total says.
  const sums = roles.length > 1 ? roles.slice(0, -1).map((line) => `  ${line}\n`) : []
  return `${blocks.join('\n')}\n${totalWords(overview)}\n${sums.join('')}`
}

function bar(count: Count): string {
  return `${textBar(count)} ${`${count.done}/${count.total}`.padStart(7)}`
}
