import { readTemplate, type TemplateSource } from './read-template'
import type { Template } from './template'
import type { TemplateChanges } from './template-changes'

/** Throws where it cannot be read: it is part of the program. */
export function readBuiltIn(source: TemplateSource, changes?: TemplateChanges): Template {
  const { template, problems } = readTemplate(source, changes)
  if (template === undefined || problems.length > 0) {
    throw new Error(
      `The built-in template ${source.uri} is broken: ${problems.map((p) => p.message).join(' ')}`,
    )
  }
  return template
}
