import { DEFAULT_GROUPS } from '../../core/config/config'
import { nameOf, parentOf } from './infer-globs'
import type { SurveyedFile } from './survey'

/** Files of every repository that belong to no specification. */
const NEVER = /^(?:readme|index|changelog|contributing|license|template.*)\.[a-z]+$/i
const MOST_NAMES = 8

/**
 * Names of files that are one specification: they lie together in folder after folder, in most of them one names an ID that
 * another defines, and nowhere two define the same one. `undefined` where there are none, or they are known anyway.
 */
export function inferGroup(files: readonly SurveyedFile[]): readonly string[] | undefined {
  const together = [...byFolder(files).values()].filter(
    (ones) => ones.length > 1 && ones.some(({ kind }) => kind === 'spec' || kind === 'loose'),
  )
  const names = namesOfMost(together)
  if (names.length < 2 || names.length > MOST_NAMES) return undefined
  if (DEFAULT_GROUPS.some((group) => names.every((name) => group.includes(name)))) return undefined
  const members = together.map((ones) => ones.filter(({ path }) => names.includes(nameOf(path))))
  const speaking = members.filter(nameEachOther).length
  const isOne = speaking > 1 && speaking * 2 >= members.length && !members.some(defineTheSame)
  return isOne ? [...names].sort() : undefined
}

function byFolder(files: readonly SurveyedFile[]): ReadonlyMap<string, readonly SurveyedFile[]> {
  const folders = new Map<string, SurveyedFile[]>()
  for (const file of files) {
    if (file.kind === 'template' || NEVER.test(nameOf(file.path))) continue
    const folder = parentOf(file.path)
    folders.set(folder, [...(folders.get(folder) ?? []), file])
  }
  return folders
}

/** Names that at least half of the folders have, and two of them. */
function namesOfMost(folders: readonly (readonly SurveyedFile[])[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { path } of folders.flat()) counts.set(nameOf(path), (counts.get(nameOf(path)) ?? 0) + 1)
  const least = Math.max(2, folders.length / 2)
  return [...counts].filter(([, count]) => count >= least).map(([name]) => name)
}

function nameEachOther(files: readonly SurveyedFile[]): boolean {
  return files.some(({ missing }) => files.some(({ defined }) => [...missing].some((id) => defined.has(id))))
}

function defineTheSame(files: readonly SurveyedFile[]): boolean {
  const all = files.flatMap(({ defined }) => [...defined])
  return new Set(all).size < all.length
}
