import * as v from 'valibot'
import { type Document, isMap, isNode, isPair, isScalar, type Node, parseDocument } from 'yaml'
import { lazily } from '../text/lazily'
import { FrontMatterSchema, type Settings } from './front-matter-schema'
import type { Report } from './problems'

/** Front matter that was understood, and where its parts stand. */
export interface FrontMatter {
  readonly settings: Settings
  /** Where the key at the end of a path stands, else the nearest thing around it. Offsets into the YAML text. */
  place(path: readonly PathKey[]): readonly [start: number, end: number]
}

type PathKey = string | number

/** A text of YAML, and what it says as plain data. */
export interface KnownYaml {
  readonly yaml: string
  readonly value: unknown
}

/** What a template without front matter says in it. */
export function noFrontMatter(): FrontMatter {
  return { settings: v.parse(FrontMatterSchema, { specmark: {} }).specmark, place: () => [0, 0] }
}

/**
 * Reads the YAML of a template's front matter. What is wrong is reported and left out, the rest counts.
 *
 * @param yaml what stands between the fences
 * @param report offsets count from the start of `yaml`
 * @param known counts where it is of this very text
 * @returns `undefined` where nothing of it can be used
 */
export function readFrontMatter(yaml: string, report: Report, known?: KnownYaml): FrontMatter | undefined {
  const document = lazily(() => parseDocument(yaml, { uniqueKeys: true, prettyErrors: false }))
  const isKnown = known?.yaml === yaml
  const [error] = isKnown ? [] : document().errors
  if (error !== undefined) {
    report(`The front matter is not valid YAML: ${error.message}`, ...error.pos)
    return undefined
  }
  const place = (path: readonly PathKey[]) => placeOf(document(), path)
  const value = isKnown ? known.value : plainValue(document(), report)
  const settings = readSettings(value, (message, path) => report(message, ...place(path)))
  return settings && { settings, place }
}

/** The plain value; an alias that multiplies itself is refused by the YAML library. */
function plainValue(document: Document, report: Report): unknown {
  try {
    return document.toJS()
  } catch (error) {
    report(`The front matter cannot be read: ${error instanceof Error ? error.message : String(error)}`, 0, 0)
    return { specmark: {} }
  }
}

type ReportAtPath = (message: string, path: readonly PathKey[]) => void

/**
 * The values that are right, after those that are not have been reported and taken out. Taking one out can leave
 * another unmet at most once a level, so a few rounds are enough.
 */
function readSettings(value: unknown, report: ReportAtPath): Settings | undefined {
  let rest = value
  for (let round = 0; round < 4; round++) {
    const result = v.safeParse(FrontMatterSchema, rest)
    if (result.success) return result.output.specmark
    const paths = result.issues.map((issue) => pathOf(issue))
    result.issues.forEach((issue, place) => {
      report(messageOf(issue.message, paths[place] ?? []), paths[place] ?? [])
    })
    if (paths.some((path) => path.length < 2 && path[0] === 'specmark') || typeof rest !== 'object')
      return undefined
    rest = without(rest, paths)
  }
  return undefined
}

function pathOf(issue: v.BaseIssue<unknown>): readonly PathKey[] {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))
}

function messageOf(message: string, path: readonly PathKey[]): string {
  return path.length === 0 ? `Front matter: ${message}` : `Front matter, ${path.join('.')}: ${message}`
}

/** A copy without the values at the paths. */
function without(value: unknown, paths: readonly (readonly PathKey[])[]): unknown {
  if (typeof value !== 'object' || value === null) return value
  const gone = new Set(paths.filter((path) => path.length === 1).map((path) => String(path[0])))
  const kept = Object.entries(value)
    .filter(([key]) => !gone.has(key))
    .map(([key, child]) => {
      const inner = paths
        .filter((path) => path.length > 1 && String(path[0]) === key)
        .map((path) => path.slice(1))
      return [key, inner.length === 0 ? child : without(child, inner)] as const
    })
  return Array.isArray(value) ? kept.map(([, child]) => child) : Object.fromEntries(kept)
}

function placeOf(document: Document, path: readonly PathKey[]): readonly [start: number, end: number] {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true)
    const key = String(path[depth - 1])
    const range = keyRange(parent, key) ?? rangeOf(document.getIn(path.slice(0, depth), true))
    if (range !== undefined) return range
  }
  return rangeOf(document.contents) ?? [0, 0]
}

/** A mistake in a value is shown on value and key alike: from the key to the value's end on one line. */
function keyRange(parent: unknown, key: string): readonly [start: number, end: number] | undefined {
  if (!isMap(parent)) return undefined
  const pair = parent.items.find(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key,
  )
  const keyPlace = rangeOf(pair?.key)
  if (keyPlace === undefined) return undefined
  const value = pair?.value
  const valuePlace = isScalar(value) ? rangeOf(value) : undefined
  return [keyPlace[0], valuePlace?.[1] ?? keyPlace[1]]
}

function rangeOf(node: unknown): readonly [start: number, end: number] | undefined {
  if (!isNode(node)) return undefined
  const range = (node as Node).range
  return range ? [range[0], range[1]] : undefined
}
