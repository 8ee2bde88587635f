/** The library `specmark`: the language service, and Node's files and clock to run it on. */
export { TextDocument } from 'vscode-languageserver-textdocument'
export type { Config, ConfigProblem } from './core/config/config'
export type { Item, SpecDocument, Status } from './core/model/spec-document'
export { rules } from './core/rules'
export type { Finding, Rule, Severity } from './core/rules/rule'
export {
  type Analysis,
  createSpecService,
  type Explanation,
  type SpecHost,
  type SpecService,
  type TemplateSource,
} from './core/service'
export type { Template } from './core/template/template'
export { createNodeHost } from './node/host'
