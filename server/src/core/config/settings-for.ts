import type { Severity } from '../rules/rule'
import type { RuleSettings } from '../rules/settings'
import type { Stage } from '../template/template'
import type { Config, SeveritySettings } from './config'
import { overridesFor } from './overrides-for'

/** What the config decides about the rules for one document. */
export function settingsFor(config: Config, uri: string): RuleSettings {
  const { words, traced } = config
  const own = overridesFor(config, uri).map(({ severities }) => severities)
  const layers = [config.severities, ...own].reverse()
  return { words, traced, severity: (rule, stage) => firstOf(layers, rule, stage) }
}

function firstOf(
  layers: readonly SeveritySettings[],
  rule: string,
  stage: Stage,
): Severity | 'off' | undefined {
  const group = `${rule.slice(0, rule.indexOf('/'))}/*`
  for (const layer of layers) {
    const severity = layer.get(rule)?.[stage] ?? layer.get(group)?.[stage] ?? layer.get('*')?.[stage]
    if (severity !== undefined) return severity
  }
  return undefined
}
