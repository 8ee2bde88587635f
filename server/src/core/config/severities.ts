import { rules } from '../rules'
import type { Override, PathGlob, SeveritySetting, SeveritySettings } from './config'
import type { Path } from './json-view'
import { pathGlobs } from './path-globs'
import type { Report } from './report'
import type { ConfigFile } from './schema'
import { didYouMean } from './schema-parts'

/** A rule's name, `group/*` or `*`, as keys of `rules`. */
export function severitySettings(
  settings: ConfigFile['rules'],
  path: Path,
  report: Report,
): SeveritySettings {
  const names = ruleNames()
  const severities = new Map<string, SeveritySetting>()
  for (const [name, setting] of Object.entries(settings)) {
    if (names.includes(name)) severities.set(name, byStage(setting))
    else report(`There is no rule ${JSON.stringify(name)}.${didYouMean(name, names)}`, [...path, name], 'key')
  }
  return severities
}

export function overrides(settings: ConfigFile['overrides'], report: Report): readonly Override[] {
  return settings.map(({ files, rules }, place) => {
    const globs = pathGlobs(files, ['overrides', place, 'files'], report)
    const severities = severitySettings(rules, ['overrides', place, 'rules'], report)
    return { globs: globs.map(({ glob }) => glob), matches: matcher(globs), severities }
  })
}

function matcher(globs: readonly PathGlob[]): Override['matches'] {
  return (path) => globs.some((glob) => glob.matches(path))
}

/** Rules and groups of rules, as a config may name them. */
function ruleNames(): readonly string[] {
  const groups = rules.map(({ name }) => `${name.slice(0, name.indexOf('/'))}/*`)
  return [...rules.map(({ name }) => name), ...new Set(groups), '*']
}

function byStage(setting: ConfigFile['rules'][string]): SeveritySetting {
  if (typeof setting === 'string') {
    return { draft: setting, review: setting, approved: setting, implemented: setting }
  }
  const { draft, review, approved, implemented = approved } = setting
  return {
    ...(draft && { draft }),
    ...(review && { review }),
    ...(approved && { approved }),
    ...(implemented && { implemented }),
  }
}
