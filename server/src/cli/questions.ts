import { type OpenQuestion, openQuestions } from '../core/open-questions'
import type { SpecService } from '../core/service'
import { bug } from './bug'
import { isSpec } from './check-file'
import type { CliEnvironment } from './environment'
import { EXIT } from './exit'
import { gatherSpecs, type Looked } from './gather-specs'
import { openFile } from './open-file'
import type { QuestionsOptions } from './questions-options'
import { fileReport } from './report'
import { printable } from './source-line'

/** A specification and what it still has to be told. */
interface Asking {
  readonly file: string
  readonly id: string | null
  readonly title: string | null
  readonly questions: readonly OpenQuestion[]
}

/**
 * Prints the open questions of the specifications among files and folders.
 *
 * @returns the exit code: 2 where a path, a file or a config could not be read, or no specification was found
 */
export async function questions(
  paths: readonly string[],
  { format }: QuestionsOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { specs, failed } = await gatherSpecs(
    paths,
    environment,
    (path, service) => askFile(path, service, environment),
    ({ file }) => file,
  )
  environment.print(format === 'json' ? jsonOf(specs) : prettyOf(specs))
  return failed ? EXIT.failed : EXIT.clean
}

async function askFile(
  path: string,
  service: SpecService,
  { files }: CliEnvironment,
): Promise<Looked<Asking>> {
  const opened = await openFile(path, service, files)
  if (opened.kind !== 'open') return opened
  const { uri } = opened.document
  try {
    const analysis = await service.analyseFile(uri, opened.document.getText())
    if (analysis === undefined || !isSpec(analysis)) return { kind: 'no spec' }
    const { file, id, title } = fileReport(analysis, files.nameOf, false)
    return { kind: 'spec', spec: { file, id, title, questions: openQuestions(analysis) } }
  } catch (error) {
    return { kind: 'failed', problem: bug(files.nameOf(uri), 'read', error) }
  }
}

function totalOf(specs: readonly Asking[]): number {
  return specs.reduce((sum, { questions }) => sum + questions.length, 0)
}

/** Version 1 of a contract with other programs: every specification in the order given; lines and characters from 0. */
function jsonOf(specs: readonly Asking[]): string {
  const listed = specs.map(({ questions, ...file }) => ({
    ...file,
    questions: questions.map(({ position, ...question }) => ({ ...question, ...position })),
  }))
  return `${JSON.stringify({ version: 1, files: listed, total: totalOf(specs) })}\n`
}

/** For people: by file, each with its place. */
function prettyOf(specs: readonly Asking[]): string {
  if (specs.length === 0) return ''
  const asking = specs.filter(({ questions }) => questions.length > 0)
  const blocks = asking.map(({ file, questions }) => {
    const lines = questions.map(({ position: { line, character }, item, text }) => {
      const place = `${line + 1}:${character + 1}`.padEnd(8)
      return `  ${place} ${printable(item === null || text.includes(item) ? text : `${item}: ${text}`)}\n`
    })
    return `${printable(file)}\n${lines.join('')}\n`
  })
  const total = totalOf(specs)
  const of = `${specs.length} specification${specs.length === 1 ? '' : 's'}`
  const sum =
    total === 0
      ? `No open question in ${of}`
      : `${total} open question${total === 1 ? '' : 's'} in ${asking.length} of ${of}`
  return `${blocks.join('')}${sum}\n`
}
