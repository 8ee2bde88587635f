import type { PathGlob } from './config'
import { compileGlob } from './glob'
import type { Path } from './json-view'
import type { Report } from './report'

/** The globs of a list, at `path`, without those that cannot be. */
export function pathGlobs(globs: readonly string[], path: Path, report: Report): readonly PathGlob[] {
  return globs.flatMap((glob, place) => {
    const compiled = compileGlob(glob)
    if ('matches' in compiled) return [{ glob, matches: compiled.matches }]
    report(compiled.problem, [...path, place])
    return []
  })
}
