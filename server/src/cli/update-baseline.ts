import { printBaseline } from '../core/config/baseline-file'
import { rules } from '../core/rules'
import type { BaselineEntry } from '../core/rules/baseline'
import type { SpecService } from '../core/service'
import { type BaselineFile, readBaselineFile, vanishedFrom } from './baseline-files'
import { type CheckTarget, runCheck } from './check-run'
import type { CheckedFile } from './checked-file'
import { complainOfConfigs, holdsForNone } from './config-problems'
import type { CliEnvironment } from './environment'
import { EXIT } from './exit'
import type { FoundFiles } from './find-files'
import { isOfRunner } from './finding-filter'

export interface BaselineOptions {
  /** Hints become part of it too. */
  readonly hints?: boolean
  /** Only findings of these rules, and their entries, are looked at. */
  readonly rule?: readonly string[]
}

/**
 * Makes what is found the baseline: entries of files that were looked at are replaced, those of others stay.
 *
 * @returns the exit code: 2 where something could not be checked or written; where not all could be checked, nothing is
 * written
 */
export async function updateBaseline(
  target: CheckTarget,
  options: BaselineOptions,
  service: SpecService,
  environment: CliEnvironment,
): Promise<number> {
  const { complain, print, files } = environment
  const checked: CheckedFile[] = []
  const run = await runCheck(target, service, environment, async (file) => {
    checked.push(file)
    return undefined
  })
  const byBaseline = groupByBaseline(checked)
  // What is wrong with a baseline is mended by writing it anew.
  const isOthers = holdsForNone(run.found.given, files)
  const isWrong = await complainOfConfigs(service, environment, (uri) => byBaseline.has(uri) || isOthers(uri))
  if (run.failed || isWrong) {
    complain('The baseline was not written.\n')
    return EXIT.failed
  }
  if (checked.some(({ baseline }) => baseline.path === undefined)) {
    complain('There is no place for a baseline here: "specmark init" makes a config, beside which it lies.\n')
    return EXIT.failed
  }
  let failed = false
  for (const [uri, ofBaseline] of byBaseline) {
    const before = await readBaselineFile(uri, files)
    const after = updated(before, ofBaseline, run.found, options, environment)
    const problem = await write(before, after, environment)
    if (problem === undefined) print(`${files.nameOf(uri)}: ${changeOf(before, after)}\n`)
    else {
      complain(`${problem}\n`)
      failed = true
    }
  }
  return failed ? EXIT.failed : EXIT.clean
}

type Entries = ReadonlyMap<string, readonly BaselineEntry[]>

function groupByBaseline(checked: readonly CheckedFile[]): ReadonlyMap<string, Map<string, CheckedFile>> {
  const grouped = new Map<string, Map<string, CheckedFile>>()
  for (const file of checked) {
    const { uri, path } = file.baseline
    if (uri === undefined || path === undefined) continue
    const same = grouped.get(uri) ?? new Map<string, CheckedFile>()
    grouped.set(uri, same.set(path, file))
  }
  return grouped
}

function updated(
  before: BaselineFile,
  checked: ReadonlyMap<string, CheckedFile>,
  found: FoundFiles,
  options: BaselineOptions,
  { files }: CliEnvironment,
): Entries {
  const after = new Map(before.entries)
  for (const path of vanishedFrom(before, new Set(checked.keys()), found, files)) after.delete(path)
  for (const [path, file] of checked) {
    const old = before.entries.get(path) ?? []
    const entries = entriesOf(file, old, options)
    if (entries.length === 0) after.delete(path)
    else after.set(path, entries)
  }
  return after
}

const CONFLICT = 'structure/conflict-marker'

function entriesOf(
  { report, baseline }: CheckedFile,
  old: readonly BaselineEntry[],
  { rule, hints }: BaselineOptions,
): readonly BaselineEntry[] {
  const { diagnostics } = report
  const { known } = baseline
  // Of such a file the other rules have said nothing: what they said before may still hold.
  if (diagnostics.some(isOfRunner)) return old
  const isOpen = [...diagnostics, ...known].some((one) => one.rule === CONFLICT)
  const isAsked = (name: string) =>
    (rule === undefined || rule.includes(name)) && (!isOpen || name === CONFLICT)
  const found = diagnostics.filter(
    (finding) => isAsked(finding.rule) && isLasting(finding.rule) && (hints || finding.severity !== 'hint'),
  )
  return [
    ...old.filter((entry) => !isAsked(entry.rule)),
    ...known.filter((entry) => isAsked(entry.rule)),
    ...found.map(({ rule: name, fingerprint, message }) => ({ rule: name, fingerprint, message })),
  ]
}

/** What a rule says of other rules' findings is gone with them. */
function isLasting(name: string): boolean {
  return rules.some((rule) => rule.name === name && rule.last !== true)
}

/** @returns why not, a sentence */
async function write(
  { uri, text }: BaselineFile,
  after: Entries,
  { files }: CliEnvironment,
): Promise<string | undefined> {
  const path = files.pathOf(uri)
  const next = printBaseline(after)
  if (text === next || (text === undefined && after.size === 0)) return undefined
  return text === undefined ? files.create(path, next) : files.replace(path, next, text)
}

function changeOf({ text, entries }: BaselineFile, after: Entries): string {
  if (text === undefined && after.size === 0) return 'not made, as there is nothing to keep'
  const [old, now] = [fingerprintsIn(entries), fingerprintsIn(after)]
  const [added, removed] = [missingIn(now, old), missingIn(old, now)]
  const findings = `${now.length} ${now.length === 1 ? 'finding' : 'findings'}`
  return `${findings} in ${after.size} ${after.size === 1 ? 'file' : 'files'} (${added} added, ${removed} removed)`
}

function fingerprintsIn(entries: Entries): readonly string[] {
  return [...entries].flatMap(([path, ofFile]) => ofFile.map(({ fingerprint }) => `${fingerprint} ${path}`))
}

/** How many of a list have no equal in another, each having one at most. */
function missingIn(list: readonly string[], other: readonly string[]): number {
  const open = new Map<string, number>()
  for (const one of other) open.set(one, (open.get(one) ?? 0) + 1)
  return list.filter((one) => {
    const left = open.get(one) ?? 0
    open.set(one, left - 1)
    return left <= 0
  }).length
}
