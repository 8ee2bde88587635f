import ignore, { type Ignore } from 'ignore'

/**
 * The rules of the `.gitignore` files from a root folder down to one of its folders. Immutable; paths are relative to the
 * root, with `/`. As git has it, the last rule that matches decides, and a nested file's rules come after its parents'.
 */
export interface GitIgnore {
  ignores(path: string, kind: 'file' | 'folder'): boolean
  /** The rules with those of one more `.gitignore`, found in `folder` (`''` for the root). */
  with(folder: string, text: string): GitIgnore
}

export const NO_RULES: GitIgnore = fromRules(undefined)

function fromRules(rules: Ignore | undefined): GitIgnore {
  return {
    ignores: (path, kind) => rules?.ignores(kind === 'folder' ? `${path}/` : path) ?? false,
    with(folder, text) {
      const next = ignore({ allowRelativePaths: false })
      if (rules !== undefined) next.add(rules)
      // One set for the whole tree, each rule rewritten to count from the root: a set for each file could not let a
      // nested file take back what its parent ignores.
      const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
      return fromRules(next.add(lines.map((line) => fromRoot(folder, line))))
    },
  }
}

/** A rule of the `.gitignore` in `folder` as a rule of the root. */
function fromRoot(folder: string, line: string): string {
  if (folder === '' || line.trim() === '' || line.startsWith('#')) return line
  const negated = line.startsWith('!')
  const pattern = negated ? line.slice(1) : line
  const anchored = /\/[^\s]/.test(pattern.replace(/\/\s*$/, ''))
  const base = folder.replace(/[\\*?[\]!#]/g, '\\$&')
  const rebased = anchored ? `/${base}/${pattern.replace(/^\//, '')}` : `/${base}/**/${pattern}`
  return negated ? `!${rebased}` : rebased
}
