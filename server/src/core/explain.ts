import type { Analysis } from './analyser'
import { overridesFor } from './config/overrides-for'
import type { Status } from './model/spec-document'

/** Why a file is checked, or is not. */
export interface Explanation {
  readonly kind: 'spec' | 'loose' | 'template' | 'none'
  /** Name of the template it is held against. */
  readonly template: string | undefined
  readonly reason: string
  /** The status understood, as a sentence; `undefined` where there is none. */
  readonly status: string | undefined
  /** URI of the config file used. */
  readonly config: string | undefined
  /** URIs of the other files of the same specification. */
  readonly others: readonly string[]
  /** Globs of the config's overrides that hold for it, in the order in which they count. */
  readonly overrides: readonly string[]
  /** How many findings are not reported, as the baseline has them. */
  readonly baselined: number
}

export function explain({ spec, config, surroundings, baselined }: Analysis): Explanation {
  const { kind, template, reason } = spec.recognition
  const checked = kind === 'spec' || kind === 'loose'
  return {
    kind,
    template: kind === 'spec' || kind === 'template' ? template.name : undefined,
    reason,
    status: checked ? statusSentence(spec.status) : undefined,
    config: config.uri,
    others: surroundings.members.map((member) => member.spec.uri),
    overrides: checked ? overridesFor(config, spec.uri).flatMap(({ globs }) => globs) : [],
    baselined: baselined.length,
  }
}

function statusSentence({ raw, value, closed, placeholder }: Status): string | undefined {
  if (placeholder) return 'Not chosen yet: judged as a draft.'
  if (raw === '') return 'None given: judged as a draft.'
  if (closed) return `“${raw}” closes the document: only errors of IDs and references are reported.`
  if (value === undefined) return `“${raw}” is not known: judged as a draft.`
  return raw === value ? `${value}.` : `“${raw}” counts as ${value}.`
}
