import { expect } from 'vitest'
import { anchorsOf } from '../../../src/core/index/anchors'
import { indexSpec } from '../../../src/core/index/index-spec'
import { type Elsewhere, elsewhereOf } from '../../../src/core/index/workspace/elsewhere'
import { symbolsOf } from '../../../src/core/index/workspace/symbols-of'
import {
  createWorkspaceIndex,
  type OwnedWorkspaceIndex,
} from '../../../src/core/index/workspace/workspace-index'
import type { SpecDocument } from '../../../src/core/model/spec-document'
import { rules as catalogue } from '../../../src/core/rules'
import type { Finding, Rule, RuleInput } from '../../../src/core/rules/rule'
import { createRuleRunner, runRules } from '../../../src/core/rules/run'
import { DEFAULT_SETTINGS, type RuleSettings } from '../../../src/core/rules/settings'
import { mistakeInDocumentId } from '../../../src/core/rules/support/document-id'
import { type LinkTarget, NO_SURROUNDINGS, type Surroundings } from '../../../src/core/rules/surroundings'
import { readMarked } from './marked'
import { createSpecReader, SPEC_URI, specOf } from './spec-of'

export const TODAY = '2026-03-01'

/** Files that a text stands beside: text by name. */
export type Beside = Readonly<Record<string, string>>

/** What the rules judge of a text that the built-in template is tried on. */
export function inputOf(text: string, beside: Beside = {}): RuleInput {
  return inputFor(specOf(text), workspaceOf(beside))
}

/** The findings of many texts that are nearly the same. */
export function createJudge(
  beside: Beside = {},
  settings: RuleSettings = DEFAULT_SETTINGS,
): (text: string) => readonly Finding[] {
  const read = createSpecReader()
  const runner = createRuleRunner()
  const workspace = workspaceOf(beside)
  return (text) => runner.run({ ...inputFor(read(text), workspace), settings }).findings
}

function inputFor(spec: SpecDocument, workspace: OwnedWorkspaceIndex): RuleInput {
  return {
    spec,
    template: spec.recognition.template,
    index: indexSpec(spec),
    today: TODAY,
    settings: DEFAULT_SETTINGS,
    surroundings: { ...onItsOwn(spec), elsewhere: elsewhereOfSpec(spec, workspace) },
  }
}

/** A document whose links to its own headings are known, and nothing else. */
function onItsOwn({ markdown }: SpecDocument): Surroundings {
  const anchors = anchorsOf(markdown)
  const target = (url: string): LinkTarget => ({
    found: anchors.has(url.slice(1)) ? 'yes' : 'no heading',
    nearest: [],
  })
  return {
    ...NO_SURROUNDINGS,
    linkTarget: (url) => (url.startsWith('#') ? target(url) : undefined),
    known: { specs: true, links: true },
  }
}

/** The files that a text stands beside, all of them being one workspace. */
function workspaceOf(beside: Beside): OwnedWorkspaceIndex {
  const workspace = createWorkspaceIndex()
  for (const [name, text] of Object.entries(beside)) {
    const uri = new URL(name, SPEC_URI).href
    workspace.set(uri, symbolsOf(indexSpec(specOf(text, uri))))
  }
  return workspace
}

function elsewhereOfSpec(spec: SpecDocument, workspace: OwnedWorkspaceIndex): Elsewhere {
  const own = symbolsOf(indexSpec(spec))
  workspace.set(spec.uri, own)
  return elsewhereOf(workspace, own, mistakeInDocumentId(spec, spec.recognition.template, TODAY)?.proposed)
}

/** All findings in a text, as they are reported. */
export function findingsIn(text: string, rules?: readonly Rule[], beside?: Beside): readonly Finding[] {
  return runRules(inputOf(text, beside), rules === undefined ? {} : { rules })
}

/** The parts of a text that a rule speaks of, when it is switched on. */
export function spokenOf(rule: string, text: string, beside?: Beside): readonly string[] {
  const settings: RuleSettings = {
    ...DEFAULT_SETTINGS,
    severity: (name) => (name === rule ? 'warning' : undefined),
  }
  return runRules({ ...inputOf(text, beside), settings })
    .filter((finding) => finding.rule === rule)
    .map(({ span }) => text.slice(span.start, span.end))
}

/**
 * Holds the findings in a fixture equal to its marks, for the rules of one group (`id/duplicate` or `id/`): every mark is
 * found, at its place, and nothing else is.
 */
export function expectMarks(rules: string, fixture: string, beside?: Beside): void {
  const { text, marks } = readMarked(fixture)
  const isOne = catalogue.some(({ name }) => name === rules)
  const found = findingsIn(text, undefined, beside).filter(({ rule }) =>
    isOne ? rule === rules : rule.startsWith(rules),
  )
  const shown = (rule: string, start: number, end: number) =>
    `${rule} at ${start}: ${JSON.stringify(text.slice(start, end).split('\n')[0])}`
  expect(found.map(({ rule, span }) => shown(rule, span.start, span.end))).toEqual(
    marks.map(({ rule, start, end }) => shown(rule, start, end)),
  )
  for (const [place, mark] of marks.entries()) expect(found[place]?.message).toContain(mark.says)
}

/** A spec of the built-in template with nothing to say about it, and `sections` behind its head. */
export function specWith(sections: string, status = 'Draft'): string {
  return `# Specification: Ledger export

## Overview
**ID**: SPEC-2026-01-15-001  
**Status**: ${status}  
**Created**: 2026-01-15  
**Last Updated**: 2026-01-16  

${sections}`
}
