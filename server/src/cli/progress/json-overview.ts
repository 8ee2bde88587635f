import type { FileReport } from '../report'
import type { Overview } from './overview'

/** Version 1 of a contract with other programs: files in the order given, with the fields of a report of `check`. */
export function jsonOverview(
  reports: readonly FileReport[],
  { progress: { done, total } }: Overview,
): string {
  const files = reports.map(({ file, template, id, title, status, progress }) => ({
    file,
    template,
    id,
    title,
    status,
    progress,
  }))
  return `${JSON.stringify({ version: 1, files, total: { done, total } })}\n`
}
