import type { SpecGlob } from './config'
import { compileGlob } from './glob'
import type { Report } from './report'
import { didYouMean, known } from './schema-parts'

/** The globs of `specs`, in their order, without those that cannot be or name no template. */
export function specGlobs(
  specs: Readonly<Record<string, string>>,
  templates: readonly string[],
  report: Report,
): readonly SpecGlob[] {
  return Object.entries(specs).flatMap(([glob, template]) => {
    const path = ['specs', glob]
    const compiled = compileGlob(glob)
    if ('problem' in compiled) report(compiled.problem, path, 'key')
    else if (!templates.includes(template)) report(noTemplate(template, templates), path)
    else return [{ glob, template, matches: compiled.matches }]
    return []
  })
}

export function noTemplate(name: string, templates: readonly string[]): string {
  const hint = didYouMean(name, templates)
  return `There is no template named "${name}".${hint === '' ? ` ${known(templates)}` : hint}`
}
