import { findNodeAtLocation, type Node } from 'jsonc-parser'
import * as v from 'valibot'
import { extent, guardNesting, type JsonFile, objectOf, type PlacedProblem } from './json-tree'
import { CONFIG_KEYS, ConfigSchema } from './schema'

/** A `specmark.json` as it is written. Offsets count UTF-16 code units of its text. */
export interface ParsedConfig {
  readonly root: boolean
  readonly templates: readonly PlacedText[]
  readonly specs: readonly PlacedGlob[]
  readonly problems: readonly PlacedProblem[]
}

export interface PlacedText {
  readonly value: string
  readonly start: number
  readonly end: number
}

export interface PlacedGlob {
  readonly glob: PlacedText
  readonly template: PlacedText
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
  return { root: false, templates: [], specs: [], problems: [problem] }
}

function readText(text: string): ParsedConfig {
  const read = objectOf(text, FILE)
  return 'problem' in read ? broken(read.problem) : readValues(read.tree)
}

function readValues(tree: Node): ParsedConfig {
  const problems = unknownKeys(tree)
  const refused = new Set<Node>()
  for (const issue of v.safeParse(ConfigSchema, plainValue(tree)).issues ?? []) {
    const path = pathOf(issue)
    const node = findNodeAtLocation(tree, path) ?? tree
    refused.add(node)
    problems.push({
      message: `${nameOf(path)} ${issue.message}`,
      start: node.offset,
      end: node.offset + node.length,
    })
  }
  problems.sort((a, b) => a.start - b.start)
  const nodeOf = (key: string): Node | undefined => {
    const node = findNodeAtLocation(tree, [key])
    return node === undefined || refused.has(node) ? undefined : node
  }
  const accepted = (node: Node | undefined): PlacedText | undefined =>
    node === undefined || refused.has(node) || typeof node.value !== 'string' ? undefined : placed(node)
  return {
    root: nodeOf('root')?.value === true,
    templates: (nodeOf('templates')?.children ?? []).flatMap((node) => accepted(node) ?? []),
    specs: (nodeOf('specs')?.children ?? []).flatMap((property) => {
      const glob = accepted(property.children?.[0])
      const template = accepted(property.children?.[1])
      return glob === undefined || template === undefined ? [] : [{ glob, template }]
    }),
    problems,
  }
}

function unknownKeys(tree: Node): PlacedProblem[] {
  return (tree.children ?? []).flatMap((property) => {
    const key = property.children?.[0]
    if (key === undefined || CONFIG_KEYS.includes(String(key.value))) return []
    const known = CONFIG_KEYS.map((name) => `"${name}"`).join(', ')
    return [{ message: `Unknown key "${key.value}". Known: ${known}.`, ...extent(key) }]
  })
}

function pathOf(issue: v.BaseIssue<unknown>): (string | number)[] {
  return (issue.path ?? []).map((item) => item.key as string | number)
}

/** What a value is called: by its key, an entry of a list by its place from 1. */
function nameOf(path: readonly (string | number)[]): string {
  const [own, list] = [path.at(-1), path.at(-2)]
  return typeof own === 'number' ? `Entry ${own + 1} of ${JSON.stringify(list)}` : JSON.stringify(own ?? '')
}

function placed(node: Node): PlacedText {
  return { value: String(node.value), ...extent(node) }
}

/** The value of a node. Objects have no prototype, so that a key named `__proto__` is a key like others. */
function plainValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValue)
  if (node.type !== 'object') return node.value
  const result: Record<string, unknown> = Object.create(null)
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? []
    if (key !== undefined && value !== undefined) result[String(key.value)] = plainValue(value)
  }
  return result
}
