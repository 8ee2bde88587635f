/** More would be a list of files. */
const MOST_GLOBS = 20

/**
 * Globs by which files are known, and no others are: a folder, or a name in several.
 *
 * @param members paths of the files that are meant, with `/`
 * @param others paths of files that are not: no glob matches one
 * @returns each of them for two files at least; what they leave is too various to be named
 */
export function inferGlobs(members: readonly string[], others: readonly string[]): readonly string[] {
  const globs: string[] = []
  let left = members.filter(isPlain)
  const take = (glob: string, matches: (path: string) => boolean) => {
    const covered = left.filter(matches)
    if (covered.length < 2 || others.some(matches) || globs.length >= MOST_GLOBS) return
    globs.push(glob)
    left = left.filter((path) => !matches(path))
  }
  for (const folder of foldersOf(left)) {
    const prefix = `${folder}/`
    const isIn = (path: string) => path.startsWith(prefix) && isMarkdown(path)
    const isDeep = left.some((path) => isIn(path) && path.indexOf('/', prefix.length) >= 0)
    take(
      `${prefix}${isDeep ? '**/' : ''}*.md`,
      isDeep ? isIn : (path) => isIn(path) && parentOf(path) === folder,
    )
  }
  for (const name of new Set(left.map(nameOf))) {
    const same = left.filter((path) => nameOf(path) === name)
    const root = commonFolder(same.map(parentOf))
    const prefix = root === '' ? '' : `${root}/`
    take(`${prefix}**/${name}`, (path) => path.startsWith(prefix) && nameOf(path) === name)
  }
  return globs
}

function isPlain(path: string): boolean {
  return !/[*?[\]{}!\\]/.test(path)
}

function isMarkdown(path: string): boolean {
  return path.endsWith('.md')
}

/** Every folder of some files but the top one, which other files will come to; outer ones first. */
function foldersOf(paths: readonly string[]): readonly string[] {
  const folders = new Set<string>()
  for (const path of paths) {
    const names = path.split('/')
    for (let depth = 1; depth < names.length; depth++) folders.add(names.slice(0, depth).join('/'))
  }
  return [...folders].sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1))
}

function commonFolder(folders: readonly string[]): string {
  const [first = '', ...rest] = folders
  let names = first === '' ? [] : first.split('/')
  for (const folder of rest) {
    const other = folder.split('/')
    const at = names.findIndex((name, place) => name !== other[place])
    if (at >= 0) names = names.slice(0, at)
  }
  return names.join('/')
}

export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
