import { DEFAULT_NEW_SPEC, type NewSpecSettings } from './config'
import type { Report } from './report'
import type { ConfigFile } from './schema'
import { noTemplate } from './spec-globs'

const PARTS = ['id', 'date', 'number', 'slug']

/** Names that no file has on some system, in paths. */
const FORBIDDEN = /[\\<>:"|?*\p{Cc}]/u

/** What is wrong gives way to the default. */
export function newSpecSettings(
  { template, folder, fileName }: ConfigFile['newSpec'],
  templates: readonly string[],
  report: Report,
): NewSpecSettings {
  const refused = (key: string, message: string | undefined) => {
    if (message !== undefined) report(message, ['newSpec', key])
    return message !== undefined
  }
  const unknown =
    template === undefined || templates.includes(template) ? undefined : noTemplate(template, templates)
  return {
    template: refused('template', unknown) ? DEFAULT_NEW_SPEC.template : template,
    folder: refused('folder', folderProblem(folder)) ? DEFAULT_NEW_SPEC.folder : trimmed(folder),
    fileName: refused('fileName', nameProblem(fileName)) ? DEFAULT_NEW_SPEC.fileName : fileName,
  }
}

function trimmed(folder: string): string {
  return folder.replace(/^(?:\.\/)+|^\.$|\/+$/g, '')
}

function folderProblem(folder: string): string | undefined {
  if (folder.startsWith('/') || FORBIDDEN.test(folder)) {
    return '"folder" must be a path relative to the folder of this file, with "/" between names.'
  }
  return leadsOut(folder) ? '"folder" cannot lead out of the folder of this file.' : undefined
}

function nameProblem(fileName: string): string | undefined {
  const other = [...fileName.matchAll(/\{([^{}]*)\}/g)].find(([, part = '']) => !PARTS.includes(part))
  if (other !== undefined) {
    return `"fileName" cannot have ${other[0]}. Known: ${PARTS.map((part) => `{${part}}`).join(', ')}.`
  }
  if (fileName.startsWith('/') || FORBIDDEN.test(fileName)) {
    return '"fileName" must be a name that every system takes, with "/" after a folder.'
  }
  if (leadsOut(fileName)) return '"fileName" cannot lead out of its folder.'
  return /\.(?:md|markdown)$/i.test(fileName) ? undefined : '"fileName" must end in ".md".'
}

function leadsOut(path: string): boolean {
  return path.split('/').includes('..')
}
