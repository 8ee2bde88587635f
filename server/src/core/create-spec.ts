import { URI, Utils } from 'vscode-uri'
import type { Config } from './config/config'
import { type NewSpec, newSpec, onOneLine } from './new-spec'
import { Refused } from './text/refused'

export interface NewSpecOptions {
  /** Name of a template; that of the config, or the first there is, where it is left out. */
  readonly template?: string
  /** The folder given is meant, whatever the config says. */
  readonly exactly?: boolean
}

/** A document that is to be written. */
export interface NewSpecFile extends NewSpec {
  readonly uri: string
}

/** What a new spec is made from. */
export interface SpecCreator {
  today(): string
  configFor(uri: string): Promise<Config>
  /** Texts of the Markdown files under a folder; those that cannot be read are left out. */
  textsUnder(folder: string): Promise<readonly string[]>
  /** Document IDs of the specs that are known, wherever they lie: of other folders of the workspace, and not saved yet. */
  takenIds(): Promise<readonly string[]>
}

/** Characters of a title: more is something else that was pasted. */
const LONGEST_TITLE = 300

/** See `SpecService.newSpec`. */
export async function createSpec(
  { today, configFor, textsUnder, takenIds }: SpecCreator,
  folder: string,
  title: string,
  options: NewSpecOptions = {},
): Promise<NewSpecFile> {
  const { length } = [...onOneLine(title)]
  if (length === 0) throw new Refused('A specification needs a title.')
  if (length > LONGEST_TITLE) {
    throw new Refused(`A title has ${LONGEST_TITLE} characters at most, and this one has ${length}.`)
  }
  const config = await configFor(`${folder}/new.md`)
  const { allTemplates: templates, newSpec: settings } = config
  const name = options.template ?? settings.template
  const template = name === undefined ? templates[0] : templates.find((one) => one.name === name)
  if (template === undefined) {
    const names = templates.map((one) => `"${one.name}"`).join(', ')
    throw new Refused(`There is no template named "${name}". Known: ${names}.`)
  }
  const base = config.uri ?? config.baselineUri
  const root = base === undefined ? folder : Utils.dirname(URI.parse(base)).toString()
  const others = [...(await textsUnder(root)), ...(await takenIds())]
  const made = newSpec({ template, title, today: today(), others, fileName: settings.fileName })
  if (/(?:^|\/)\.[^./]*$/.test(made.fileName)) {
    throw new Refused(
      `No file can be named by this title: “${settings.fileName}” takes letters and digits from it.`,
    )
  }
  const place =
    options.exactly || settings.folder === ''
      ? folder
      : Utils.resolvePath(URI.parse(root), settings.folder).toString()
  return { ...made, uri: Utils.resolvePath(URI.parse(place), made.fileName).toString() }
}
