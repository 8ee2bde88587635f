import { findNodeAtLocation, type Node } from 'jsonc-parser'
import type { BaselineEntry } from '../rules/baseline'
import { extent, guardNesting, type JsonFile, limited, objectOf, type PlacedProblem } from './json-tree'

export const BASELINE_FILE = 'specmark-baseline.json'

/** A `specmark-baseline.json` as it is read. */
export interface ParsedBaseline {
  /** By path from the folder of the file, with `/`. */
  readonly files: ReadonlyMap<string, readonly BaselineEntry[]>
  /** What is wrong with it, by place. */
  readonly problems: readonly PlacedProblem[]
}

/** Some 100,000 entries. */
const FILE: JsonFile = { name: 'baseline', maxLength: 20_000_000 }

const VERSION = 1
const UPDATE = '"specmark check --update-baseline" writes it anew.'

/** Reads a baseline. What is wrong is reported and left out, the rest counts: a bad merge must not bring back every finding. */
export function parseBaseline(text: string): ParsedBaseline {
  return guardNesting(FILE.name, () => readText(text), broken)
}

/**
 * A baseline as a file, final newline included. Paths and entries are sorted and each entry has a line of its own, so that
 * the same findings give the same text, and two branches that mend different findings merge.
 *
 * @param entries by path from the folder of the file, with `/`; a path without entries is left out
 */
export function printBaseline(entries: Iterable<readonly [string, readonly BaselineEntry[]]>): string {
  const files = [...entries].filter(([, ofFile]) => ofFile.length > 0).sort(([a], [b]) => order(a, b))
  const printed = files.map(([path, ofFile]) => {
    const lines = [...ofFile].sort(byName).map((entry) => `      ${printEntry(entry)}`)
    return `    ${JSON.stringify(path)}: [\n${lines.join(',\n')}\n    ]`
  })
  const all = printed.length === 0 ? '{}' : `{\n${printed.join(',\n')}\n  }`
  return `{\n  "version": ${VERSION},\n  "files": ${all}\n}\n`
}

function printEntry({ rule, fingerprint, message }: BaselineEntry): string {
  const text = (value: string) => JSON.stringify(value)
  return `{ "rule": ${text(rule)}, "fingerprint": ${text(fingerprint)}, "message": ${text(message)} }`
}

function byName(a: BaselineEntry, b: BaselineEntry): number {
  return order(a.rule, b.rule) || order(a.fingerprint, b.fingerprint) || order(a.message, b.message)
}

/** By code units: the same on every system, whatever its language. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function broken(problem: PlacedProblem): ParsedBaseline {
  return { files: new Map(), problems: [problem] }
}

function readText(text: string): ParsedBaseline {
  const conflict = /^<{7}(?: .*)?$/m.exec(text)
  if (conflict !== null) {
    const message = `The baseline has an open merge conflict: it was not read. ${UPDATE}`
    return broken({ message, start: conflict.index, end: conflict.index + conflict[0].length })
  }
  const read = objectOf(text, FILE)
  return 'problem' in read ? broken(read.problem) : readFiles(read.tree)
}

function readFiles(tree: Node): ParsedBaseline {
  const version = findNodeAtLocation(tree, ['version'])
  if (version?.value !== VERSION) {
    const message = `The baseline must have "version": ${VERSION}: it was not read. ${UPDATE}`
    return broken({ message, ...(version === undefined ? startOf(tree) : extent(version)) })
  }
  const files = new Map<string, readonly BaselineEntry[]>()
  const problems: PlacedProblem[] = []
  const node = findNodeAtLocation(tree, ['files'])
  if (node?.type !== 'object') {
    const message = `The baseline must have "files": { … }: it was not read. ${UPDATE}`
    return broken({ message, ...(node === undefined ? startOf(tree) : extent(node)) })
  }
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? []
    if (key === undefined || value === undefined) continue
    const path = String(key.value)
    const problem = pathProblem(path)
    if (problem !== undefined) problems.push({ message: problem, ...extent(key) })
    else {
      // A merge may leave a path twice: the entries of both are meant.
      const entries = [...(files.get(path) ?? []), ...readEntries(path, value, problems)]
      if (entries.length > 0) files.set(path, entries)
    }
  }
  return { files, problems: limited(problems) }
}

function pathProblem(path: string): string | undefined {
  const isRelative = path !== '' && !/^\/|\\|^[A-Za-z]:/.test(path) && !path.split('/').includes('..')
  return isRelative
    ? undefined
    : `"${path}" is not a path from the folder of this file, with "/" between names: its entries do not count.`
}

function readEntries(path: string, node: Node, problems: PlacedProblem[]): readonly BaselineEntry[] {
  if (node.type !== 'array') {
    problems.push({ message: `"${path}" must have a list of entries, [ … ].`, ...extent(node) })
    return []
  }
  return (node.children ?? []).flatMap((child, place) => {
    const [rule, fingerprint, message] = ['rule', 'fingerprint', 'message'].map((name) => textAt(child, name))
    if (rule === undefined || fingerprint === undefined || !/^[\da-f]{16}$/.test(fingerprint)) {
      const reason = 'must have a "rule" and a "fingerprint" of 16 hexadecimal digits: it does not count.'
      problems.push({ message: `Entry ${place + 1} of "${path}" ${reason} ${UPDATE}`, ...extent(child) })
      return []
    }
    return [{ rule, fingerprint, message: message ?? '' }]
  })
}

function textAt(node: Node, name: string): string | undefined {
  const value = node.type === 'object' ? findNodeAtLocation(node, [name])?.value : undefined
  return typeof value === 'string' ? value : undefined
}

/** The opening brace: a mark over the whole file would hide what stands in it. */
function startOf(tree: Node): { start: number; end: number } {
  return { start: tree.offset, end: tree.offset + 1 }
}
