import { isAbsolute, join, parse, relative, sep } from 'node:path'
import { compileGlob } from '../core/config/glob'

export interface PathGlob {
  /** The folder that it begins in, absolute. */
  readonly folder: string
  /** @param path absolute, in that folder */
  matches(path: string): boolean
}

/**
 * A path that a shell has not expanded: it was quoted, or the shell does not. The part from its first name with a `*`, `?`,
 * `[` or `{` on is the glob.
 *
 * @returns `undefined` where it is none; a problem is a sentence
 */
export function pathGlob(path: string, cwd: string): PathGlob | { readonly problem: string } | undefined {
  const names = path.split(sep === '\\' ? /[\\/]/ : '/')
  const first = names.findIndex((name) => /[*?[{]/.test(name))
  if (first < 0) return undefined
  const before = names.slice(0, first).join(sep)
  const folder = isAbsolute(path) ? join(parse(path).root, before) : join(cwd, before)
  const compiled = compileGlob(names.slice(first).join('/'))
  if ('problem' in compiled) return compiled
  return { folder, matches: (file) => compiled.matches(relative(folder, file).split(sep).join('/')) }
}
