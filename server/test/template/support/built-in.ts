import { readFileSync } from 'node:fs'
import { readTemplate, type TemplateReading } from '../../../src/core/template/read-template'
import type { Template } from '../../../src/core/template/template'

const file = new URL('../../../../templates/spec.md', import.meta.url)

/** What is read of the built-in template's file. */
export function readBuiltIn(): TemplateReading {
  return readTemplate({ uri: file.href, text: readFileSync(file, 'utf8') })
}

export function builtInTemplate(): Template {
  const { template } = readBuiltIn()
  if (template === undefined) throw new Error('templates/spec.md cannot be read')
  return template
}
