import type { SpecListing } from '../../../../server/src/lsp/protocol'

/** `2 errors, 1 warning`; `''` where nothing is found, or it is not known yet. */
export function findingsWords({ findings }: SpecListing): string {
  if (findings === null) return ''
  return [
    counted(findings.errors, 'error'),
    counted(findings.warnings, 'warning'),
    counted(findings.infos, 'info'),
  ]
    .filter((words) => words !== '')
    .join(', ')
}

function counted(count: number, one: string): string {
  return count === 0 ? '' : `${count} ${one}${count === 1 ? '' : 's'}`
}
