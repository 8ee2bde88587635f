import { TextDocument } from 'vscode-languageserver-textdocument'
import type { FeatureContext } from '../../../src/core/features/context'
import { indexSpec } from '../../../src/core/index/index-spec'
import { symbolsOf } from '../../../src/core/index/workspace/symbols-of'
import { createWorkspaceIndex } from '../../../src/core/index/workspace/workspace-index'
import { readWhole } from '../../../src/core/markdown/whole'
import { buildSpec } from '../../../src/core/model/build-spec'
import { recognise } from '../../../src/core/model/recognise'
import { readTemplate } from '../../../src/core/template/read-template'
import type { Template } from '../../../src/core/template/template'
import { builtInTemplate } from '../../template/support/built-in'

/** The built-in template. */
export const BUILT_IN = builtInTemplate()

export function templateOf(text: string): Template {
  const { template } = readTemplate({ uri: 'file:///templates/own.md', text })
  if (template === undefined) throw new Error('the template cannot be read')
  return template
}

interface Settings {
  readonly uri?: string
  readonly template?: Template
}

/** What the service would give a feature for this text, on the third of February 2026. */
export function contextOf(text: string, settings: Settings = {}): FeatureContext {
  const { uri = 'file:///specs/lamp.md', template = BUILT_IN } = settings
  const document = TextDocument.create(uri, 'markdown', 1, text)
  const markdown = readWhole(text)
  const recognition = recognise({ uri, markdown, templates: [template] })
  const spec = buildSpec(uri, markdown, recognition)
  const index = indexSpec(spec)
  const file = symbolsOf(index)
  const workspace = createWorkspaceIndex()
  workspace.set(uri, file)
  return { document, spec, index, file, workspace, template: recognition.template, today: '2026-02-03' }
}
