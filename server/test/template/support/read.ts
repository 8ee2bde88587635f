import { readTemplate, type TemplateReading } from '../../../src/core/template/read-template'
import type { Template } from '../../../src/core/template/template'

/** Reads a template given by its lines. */
export function readLines(lines: readonly string[], ending = '\n'): TemplateReading {
  return readTemplate({ uri: 'file:///templates/own.md', text: lines.join(ending) })
}

/** Reads a template that must be right. */
export function templateOf(lines: readonly string[]): Template {
  const { template, problems } = readLines(lines)
  if (template === undefined || problems.length > 0)
    throw new Error(`unexpected: ${JSON.stringify(problems)}`)
  return template
}
