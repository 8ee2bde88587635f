import type { Node } from 'jsonc-parser'
import * as v from 'valibot'
import { extent, guardNesting, type JsonFile, objectOf, type PlacedProblem } from './json-tree'
import { createTreeView, type Path, type TreeView } from './json-view'
import { type ConfigFile, ConfigSchema } from './schema'

/** A `specmark.json` as it is written. Offsets count UTF-16 code units of its text. */
export interface ParsedConfig {
  /** What is right in it, with defaults for what is not there. */
  readonly value: ConfigFile
  /** What is wrong in it. */
  readonly problems: readonly PlacedProblem[]
  /** Where a value, or the key that it belongs to, stands; the nearest thing around it where it stands nowhere. */
  place: TreeView['place']
}

const FILE: JsonFile = { name: 'config', maxLength: 1_000_000 }

/**
 * Reads a config: JSON with comments and trailing commas. What is wrong is reported and left out, the rest counts; a
 * text that is no JSON gives one problem and nothing else.
 */
export function parseConfig(text: string): ParsedConfig {
  return guardNesting(FILE.name, () => readText(text), broken)
}

function broken(problem: PlacedProblem): ParsedConfig {
  const { start, end } = problem
  return { value: v.parse(ConfigSchema, {}), problems: [problem], place: () => ({ start, end }) }
}

function readText(text: string): ParsedConfig {
  const read = objectOf(text, FILE)
  return 'problem' in read ? broken(read.problem) : readTree(read.tree)
}

function readTree(tree: Node): ParsedConfig {
  const view = createTreeView(tree)
  const problems = refuseRepeated(tree, view)
  // Each round leaves something out, and what that lays bare lies a level above it.
  for (;;) {
    const result = v.safeParse(ConfigSchema, view.value(), { abortPipeEarly: true })
    if (result.success) return { value: result.output, problems, place: view.place }
    const leaves = result.issues.flatMap(leavesOf)
    for (const leaf of leaves) {
      // What it lacks may be what was left out.
      if (!view.isReduced(nearest(leaf.path, view))) problems.push(problemOf(leaf, view))
    }
    // Places of entries count those before them: none goes before all are told.
    for (const node of leaves.map(({ path }) => nearest(path, view))) view.leaveOut(node)
  }
}

/** Of keys that stand twice, the last one counts, as elsewhere. */
function refuseRepeated(node: Node, view: TreeView): PlacedProblem[] {
  const last = new Map<string, { readonly key: Node; readonly value: Node }>()
  const problems: PlacedProblem[] = []
  for (const child of node.children ?? []) {
    const [key, value] = child.type === 'property' ? (child.children ?? []) : [undefined, child]
    if (value === undefined) continue
    if (key !== undefined) {
      const name = String(key.value)
      const before = last.get(name)
      last.set(name, { key, value })
      if (before !== undefined) {
        view.leaveOut(before.value)
        const message = `${JSON.stringify(name)} stands here twice: the last one counts.`
        problems.push({ message, ...extent(before.key) })
      }
    }
    problems.push(...refuseRepeated(value, view))
  }
  return problems
}

interface Leaf {
  readonly path: Path
  readonly message: string
  /** It is the key that is wrong. */
  readonly isKey: boolean
}

/** What is wrong within one of the alternatives says more than that none fits. */
function leavesOf(issue: v.BaseIssue<unknown>): readonly Leaf[] {
  const path = (issue.path ?? []).map((item) => item.key as string | number)
  const deeper = (issue.issues ?? []).flatMap(leavesOf).filter((leaf) => leaf.path.length > 0)
  if (deeper.length > 0) return deeper.map((leaf) => ({ ...leaf, path: [...path, ...leaf.path] }))
  return [{ path, message: issue.message, isKey: issue.path?.at(-1)?.origin === 'key' }]
}

function problemOf({ path, message, isKey }: Leaf, view: TreeView): PlacedProblem {
  const node = view.find(path)
  // A key that is missing: what lacks it is named.
  const named = node === undefined ? path.slice(0, -1) : path
  const isLong = (node?.children?.length ?? 0) > LONG
  return { message: `${nameOf(named)} ${message}`, ...view.place(path, isKey || isLong ? 'key' : undefined) }
}

/** A mark over a whole list or object would hide what stands in it. */
const LONG = 3

/** The value at a path; where there is none, the one that should have it. */
function nearest(path: Path, view: TreeView): Node {
  return view.find(path) ?? view.find(path.slice(0, -1)) ?? view.tree
}

/** What a value is called: by its key, an entry of a list by its place from 1. */
function nameOf(path: Path): string {
  const [own, list] = [path.at(-1), path.at(-2)]
  if (own === undefined) return 'The config'
  if (typeof own === 'string') return JSON.stringify(own)
  if (typeof list === 'string') return `Entry ${own + 1} of ${JSON.stringify(list)}`
  return `${nameOf(path.slice(0, -1))}, entry ${own + 1},`
}
