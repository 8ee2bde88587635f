import type { FileJudging } from '../core/workspace/file-judging'
import { outcomeOf } from './check-file'
import type { CheckDetail, CheckOutcome } from './checked-file'
import type { CliFiles } from './environment'

/** Outcomes of files that are checked while their workspace is read, as far as that can be. */
export interface EarlyOutcomes {
  readonly judging: FileJudging
  /** That of the file at a path, to be asked for once; `undefined` where it must be checked by itself. */
  of(path: string): CheckOutcome | undefined
}

interface Early {
  readonly outcome: CheckOutcome
  readonly stands: () => boolean
}

/** @param paths of the files whose outcome will be asked for */
export function createEarlyOutcomes(
  paths: readonly string[],
  files: CliFiles,
  detail: CheckDetail,
): EarlyOutcomes {
  const wanted = new Set(paths.map(files.uriOf))
  const known = new Map<string, Early>()
  return {
    judging: {
      isWanted: (uri) => wanted.has(uri),
      take(analysis, stands) {
        const { document } = analysis
        if (mayBeBinary(document.getText())) return
        try {
          known.set(document.uri, { outcome: outcomeOf(analysis, files, detail), stands })
        } catch {
          // Told when it is checked by itself, and fails again.
        }
      },
      takeNone(uri, text) {
        if (!mayBeBinary(text)) known.set(uri, { outcome: { kind: 'no spec' }, stands: () => true })
      },
    },
    of(path) {
      const uri = files.uriOf(path)
      const early = known.get(uri)
      known.delete(uri)
      return early?.stands() ? early.outcome : undefined
    },
  }
}

/** Of such a file it is told why it is not checked. */
function mayBeBinary(text: string): boolean {
  return text.includes('\0')
}
