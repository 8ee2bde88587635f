import type { Config } from '../../core/config/config'
import type { Recognition, SpecDocument, Status } from '../../core/model/spec-document'
import type { Analysis, SpecService } from '../../core/service'
import { normaliseHeading } from '../../core/template/headings'
import type { CliFiles } from '../environment'
import { openFile } from '../open-file'

/** What a Markdown file tells of how its team writes. */
export interface SurveyedFile {
  /** From the folder of the config that is to be made, with `/`. */
  readonly path: string
  readonly kind: Recognition['kind']
  /** Name of the template that it is held against. */
  readonly template: string
  readonly status: Status
  /** Its headings of level 2, as sections are compared. */
  readonly headings: ReadonlySet<string>
  /** The IDs that it defines, and those that it names and does not, in one case. */
  readonly defined: ReadonlySet<string>
  readonly missing: ReadonlySet<string>
}

export interface Survey {
  /** By path. */
  readonly files: readonly SurveyedFile[]
  /** Paths of files that are no text that could be read. */
  readonly unreadable: readonly string[]
  /** What the files were judged by; `undefined` where there are none. */
  readonly config: Config | undefined
}

/**
 * Looks at files as a service judges them.
 *
 * @param pathFrom the path of a file, by its URI, from the folder of the config
 */
export async function surveyFiles(
  paths: readonly string[],
  service: SpecService,
  files: CliFiles,
  pathFrom: (uri: string) => string,
): Promise<Survey> {
  const surveyed: SurveyedFile[] = []
  const unreadable: string[] = []
  let config: Config | undefined
  for (const path of paths) {
    const opened = await openFile(path, service, files)
    if (opened.kind === 'failed') unreadable.push(pathFrom(files.uriOf(path)))
    if (opened.kind !== 'open') continue
    const { uri } = opened.document
    const analysis = await service.analyseFile(uri, opened.document.getText())
    if (analysis === undefined) continue
    config = analysis.config
    surveyed.push(factsOf(pathFrom(uri), analysis))
  }
  return { files: surveyed, unreadable, config }
}

function factsOf(path: string, { spec, symbols }: Analysis): SurveyedFile {
  const defined = new Set(symbols.items.map(({ key }) => key))
  const named = symbols.references.filter(({ qualifier }) => qualifier === undefined)
  return {
    path,
    kind: spec.recognition.kind,
    template: spec.recognition.template.name,
    status: spec.status,
    headings: new Set(headingsOf(spec)),
    defined,
    missing: new Set(named.map(({ key }) => key).filter((key) => !defined.has(key))),
  }
}

/** Of any document: what is no specification has no sections. */
function headingsOf({ text, markdown }: SpecDocument): readonly string[] {
  return markdown.blocks.flatMap(({ offset, facts }) => {
    if (facts.type !== 'heading' || facts.depth !== 2) return []
    const [line = ''] = text.slice(offset, offset + facts.length).split(/[\r\n]/)
    return [normaliseHeading(line.replace(/^\s*#+\s/, ''))]
  })
}
