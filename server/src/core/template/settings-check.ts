import type { FrontMatter } from './front-matter'
import { normaliseHeading } from './headings'
import { samePrefix } from './kinds'
import type { Report } from './problems'
import type { Template } from './template'

/**
 * Holds the names that the front matter uses against the body: headings, labels, status values, placeholders. A name that
 * the body does not have would otherwise do nothing, silently.
 *
 * @param report offsets count from the start of the YAML
 */
export function checkNames(template: Template, front: FrontMatter, report: Report): void {
  const { settings } = front
  const at = (path: readonly (string | number)[], message: string): void => {
    const [start, end] = front.place(['specmark', ...path])
    report(`Front matter, ${path.join('.')}: ${message}`, start, end)
  }
  checkSections(template, settings, at)
  checkStatus(template, settings, at)
  const labels = new Set(template.fields.map((field) => field.key))
  for (const label of Object.keys(settings.fields)) {
    if (!labels.has(label.toLowerCase())) at(['fields', label], `the body has no field "${label}".`)
  }
  const prefixes = Object.keys(settings.kinds)
  prefixes.forEach((prefix, place) => {
    const first = prefixes.findIndex((other) => samePrefix(other, prefix))
    if (first < place)
      at(['kinds', prefix], `is ${prefixes[first]} again: prefixes are compared without case.`)
  })
  settings.placeholders.forEach((text, place) => {
    if (!template.body.includes(text)) at(['placeholders', place], `the body does not contain "${text}".`)
  })
}

type ReportAtPath = (path: readonly (string | number)[], message: string) => void

function checkSections(template: Template, { sections }: FrontMatter['settings'], at: ReportAtPath): void {
  const titles = new Set(template.sections.map((section) => normaliseHeading(section.title)))
  for (const [heading, { from }] of Object.entries(sections)) {
    if (!titles.has(normaliseHeading(heading))) {
      at(['sections', heading], `the body has no heading "${heading}".`)
    }
    if (from !== undefined) checkValue(template, from, ['sections', heading, 'from'], at)
  }
}

function checkStatus(template: Template, { status }: FrontMatter['settings'], at: ReportAtPath): void {
  for (const part of ['stages', 'synonyms'] as const) {
    for (const value of Object.keys(status[part])) checkValue(template, value, ['status', part, value], at)
  }
}

function checkValue(
  template: Template,
  value: string,
  path: readonly (string | number)[],
  at: ReportAtPath,
): void {
  const { values } = template.lifecycle
  if (values.includes(value)) return
  const known =
    values.length === 0 ? 'the body has no status field with values' : `it has ${values.join(', ')}`
  at(path, `"${value}" is not a status of this template: ${known}.`)
}
