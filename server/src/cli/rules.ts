import { rules } from '../core/rules'
import type { Rule } from '../core/rules/rule'
import { nearest } from '../core/rules/support/nearest'
import type { CliEnvironment } from './environment'
import { EXIT } from './exit'

const STAGES = 'Draft / Review / Approved'

/** Lists the rules, or tells all about one. Exit code 2 where there is none of that name. */
export function explainRules(name: string | undefined, environment: CliEnvironment): number {
  if (name === undefined) {
    environment.print(list())
    return EXIT.clean
  }
  const rule = rules.find((one) => one.name === name)
  if (rule === undefined) {
    environment.complain(`${unknownRule(name)}\n`)
    return EXIT.failed
  }
  environment.print(page(rule))
  return EXIT.clean
}

/** Whether these are names of rules; those that are none are told of. */
export function areRules(names: readonly string[] | undefined, { complain }: CliEnvironment): boolean {
  const unknown = (names ?? []).filter((name) => !rules.some((rule) => rule.name === name))
  for (const name of unknown) complain(`${unknownRule(name)}\n`)
  return unknown.length === 0
}

/** Whether any of these rules has fixes that are made without anybody looking; where none has, each is told of. */
export function haveSafeFixes(names: readonly string[] | undefined, { complain }: CliEnvironment): boolean {
  if (names === undefined) return true
  const named = rules.filter(({ name }) => names.includes(name))
  if (named.some(({ fixAll }) => fixAll)) return true
  for (const { name, fix } of named) {
    const why =
      fix === undefined
        ? 'there is no fix for what it finds.'
        : 'its fixes are for a person to choose in an editor; none is made without anybody looking.'
    complain(`${name}: ${why}\n`)
  }
  return false
}

/** The rules of a group, as a config names it (`id/*`); another name alone. */
export function namesMeant(name: string): readonly string[] {
  const group = name.endsWith('/*') ? name.slice(0, -1) : undefined
  const members = rules.filter((rule) => group !== undefined && rule.name.startsWith(group))
  return members.length === 0 ? [name] : members.map((rule) => rule.name)
}

/** What to say of a name that no rule has. */
function unknownRule(name: string): string {
  const meant = nearest(
    name,
    rules.map((rule) => rule.name),
  )
  const question = meant === undefined ? 'specmark rules lists them.' : `Did you mean ${meant}?`
  return `There is no rule “${name}”. ${question}`
}

function list(): string {
  const rows = rules.map((rule) => [
    rule.name + (rule.templateOnly ? ' ▲' : ''),
    severities(rule),
    rule.summary,
  ])
  const head = ['Rule', STAGES, 'Finds']
  const widths = [0, 1].map((column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)))
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n\n▲ only where the template of a specification asks for it\n`
}

function severities({ severity }: Rule): string {
  return severity.join(' / ')
}

function page(rule: Rule): string {
  const scope = rule.templateOnly
    ? 'Only in a specification of a template that asks for it.'
    : 'In any recognised specification.'
  const parts = [
    rule.name,
    rule.summary,
    rule.reason,
    `Severity (${STAGES}): ${severities(rule)}\n${scope}`,
    ...(rule.fix === undefined ? [] : [`Fix: ${rule.fix}${rule.fixAll ? FIX_ALL : ''}`]),
    `Not this:\n\n${indented(rule.bad)}`,
    `But this:\n\n${indented(rule.good)}`,
  ]
  return `${parts.join('\n\n')}\n`
}

const FIX_ALL = '\nWhere only one thing can be meant, "specmark fix" makes it.'

function indented(markdown: string): string {
  return markdown
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n')
}
