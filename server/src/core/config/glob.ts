import picomatch from 'picomatch'

/** A glob ready to be matched, or why it cannot be. */
export type CompiledGlob = { readonly matches: (path: string) => boolean } | { readonly problem: string }

const MAX_LENGTH = 500
const MAX_SEGMENTS = 40
/** Stars within one segment: matching costs up to length^stars, and names are cut at {@link MAX_NAME}. */
const MAX_STARS = 3
const MAX_NAME = 255

/**
 * Compiles a glob of the config: `*`, `?`, `[a-z]`, `{a,b}` within a folder's or file's name, and `**` for any number of
 * folders. Names that begin with a dot match like others. Case counts.
 *
 * The glob is matched name by name, so that no pattern can make a match take more than a bounded time: a single
 * expression for the whole glob backtracks over the whole path (ten `**` against a deep folder do not end).
 */
export function compileGlob(glob: string): CompiledGlob {
  const trimmed = glob.replace(/^\.\//, '')
  const problem = refuse(trimmed)
  if (problem !== undefined) return { problem }
  const written = trimmed.split('/')
  // Most paths lack a folder that most globs name: that is seen at a glance.
  const plain = written.filter((segment) => !SPECIAL.test(segment))
  const segments = written.map(compileSegment)
  return {
    matches(path) {
      const names = path.split('/')
      return plain.every((name) => names.includes(name)) && matchSegments(segments, names)
    },
  }
}

/** Characters with which a name in a glob may be more than itself. */
const SPECIAL = /[^\p{L}\p{N}\p{M} ._-]/u

function refuse(glob: string): string | undefined {
  if (glob === '') return 'The glob is empty.'
  if (glob.length > MAX_LENGTH) return `The glob is longer than ${MAX_LENGTH} characters.`
  if (glob.startsWith('!')) return 'A glob cannot begin with "!": name what is a spec.'
  if (glob.startsWith('/') || glob.includes('\\')) {
    return 'A glob is relative to the folder of this file, with "/" between names.'
  }
  const segments = glob.split('/')
  if (segments.includes('..')) return 'A glob cannot lead out of the folder of this file.'
  if (segments.includes('') || segments.includes('.')) return 'The glob has an empty name between two "/".'
  if (segments.length > MAX_SEGMENTS) return `The glob has more than ${MAX_SEGMENTS} names.`
  if (segments.some((name) => count(name, '{') !== count(name, '}'))) {
    return 'Braces in a glob must open and close within one name: "{a,b}/c", not "{a/b,c}".'
  }
  if (segments.some((name) => name !== '**' && count(name, '*') > MAX_STARS)) {
    return `A name in a glob may have at most ${MAX_STARS} "*".`
  }
  return undefined
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

type Segment = '**' | ((name: string) => boolean)

function compileSegment(segment: string): Segment {
  if (segment === '**') return '**'
  if (!SPECIAL.test(segment)) return (name) => name === segment
  const matches = picomatch(segment, { dot: true, noextglob: true, nonegate: true, noglobstar: true })
  return (name) => name.length <= MAX_NAME && matches(name)
}

/** Row by row over the glob: which lengths of the path are matched by the segments so far. */
function matchSegments(segments: readonly Segment[], names: readonly string[]): boolean {
  let reached: readonly boolean[] = [true, ...names.map(() => false)]
  for (const segment of segments) {
    const next: boolean[] = names.map(() => false)
    next.unshift(segment === '**' && reached[0] === true)
    names.forEach((name, at) => {
      next[at + 1] =
        segment === '**'
          ? reached[at + 1] === true || next[at] === true
          : reached[at] === true && segment(name)
    })
    reached = next
  }
  return reached[names.length] === true
}
