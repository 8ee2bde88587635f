import type { CodeAction, CodeActionParams, Connection, WorkspaceEdit } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { CodeActionKind } from 'vscode-languageserver-types'
import type { FileEdits } from '../core/edits-of-files'
import type { CodeActionData } from '../core/fixes/code-actions'
import { FIX_ALL_KIND } from '../core/fixes/fix-all-kind'
import { minimalEdit } from '../core/fixes/minimal-edit'
import { snippetEdits, textEdits } from '../core/fixes/text-edits'
import type { Edit } from '../core/rules/rule'
import type { SpecService } from '../core/service'
import type { ClientProfile } from './client-profile'
import { type Documents, uriOf } from './documents'
import { type Guard, invalidParams, requestFailed } from './errors'
import { explained } from './explained'
import { CodeActionTriggerKind } from './library'
import { positionIn } from './positions'
import { workspaceEditOf } from './workspace-edit'

/** In the menu of source actions it stands beside those of other extensions. */
const FIX_ALL_TITLE = 'Specmark: Fix all that is safe to fix'

/** Some of which may be asked for alone. */
const REFACTOR_KINDS: readonly string[] = [
  CodeActionKind.Refactor,
  CodeActionKind.RefactorRewrite,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorMove,
]

/** Answers `textDocument/codeAction` and `codeAction/resolve`: edits are made when an action is chosen. */
export function answerCodeActions(
  connection: Connection,
  service: SpecService,
  documents: Documents,
  client: ClientProfile,
  guard: Guard,
): void {
  async function list({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> {
    const document = documents.get(uriOf(textDocument))
    if (document === undefined) return []
    const start = positionIn(document, range?.start)
    const end = positionIn(document, range?.end)
    const isAsked = asked(context?.only)
    const actions: CodeAction[] = []
    if (start !== undefined && end !== undefined && isAsked(CodeActionKind.QuickFix)) {
      const offered = await service.codeActions(document, { start, end })
      actions.push(...(client.resolveEdits ? offered : await resolveAll(offered)))
    }
    // Not unasked: a light bulb beside every requirement would mean nothing any more.
    const isInvoked = context?.triggerKind !== CodeActionTriggerKind.Automatic
    if (start !== undefined && isInvoked && REFACTOR_KINDS.some(isAsked)) {
      const offered = (await service.refactorings(document, start)).filter(({ kind = '' }) => isAsked(kind))
      actions.push(...(client.resolveEdits ? offered : await resolveAll(offered)))
    }
    const canMove = client.ownCommands || client.applyEdit
    if (start !== undefined && isInvoked && canMove && isAsked(CodeActionKind.RefactorRewrite)) {
      actions.push(...(await service.statusActions(document, start)))
    }
    // Asked for by name, as on saving: in the menu it would stand beside every cursor.
    if (context?.only !== undefined && isAsked(FIX_ALL_KIND)) actions.push(...(await fixAll(document)))
    return actions
  }

  async function fixAll(document: TextDocument): Promise<CodeAction[]> {
    const { text } = await service.fixAll(document)
    const edit = minimalEdit(document.getText(), text)
    if (edit === undefined) return []
    return [{ title: FIX_ALL_TITLE, kind: FIX_ALL_KIND, edit: workspaceEdit(document, [edit]) }]
  }

  /** One that is refused is not offered. */
  async function resolveAll(actions: readonly CodeAction[]): Promise<readonly CodeAction[]> {
    const resolved = await Promise.allSettled(actions.map(resolve))
    return resolved.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  }

  async function resolve(action: CodeAction): Promise<CodeAction> {
    const data = dataOf(action)
    const document = documents.get(data.uri)
    const edits = document && (await service.editsOf(document, data))
    if (document === undefined || edits === undefined) {
      throw requestFailed('The document has changed since this was offered: ask again.')
    }
    const others = await explained(() => service.editsElsewhere(document, data))
    return { ...action, edit: workspaceEdit(document, edits, others) }
  }

  function workspaceEdit(
    document: TextDocument,
    edits: readonly Edit[],
    others: readonly FileEdits[] = [],
  ): WorkspaceEdit {
    const { uri, version } = document
    if (!client.versionedEdits || !client.snippetEdits) {
      return workspaceEditOf(client, [{ uri, version, edits: textEdits(document, edits) }, ...others])
    }
    const own = { textDocument: { uri, version }, edits: [...snippetEdits(document, edits)] }
    return { documentChanges: [own, ...(workspaceEditOf(client, others).documentChanges ?? [])] }
  }

  connection.onCodeAction(guard.request('textDocument/codeAction', list))
  connection.onCodeActionResolve(guard.request('codeAction/resolve', resolve))
}

/** A kind is asked for by its own name and by that of any kind around it. */
function asked(only: readonly string[] | undefined): (kind: string) => boolean {
  return (kind) => only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`))
}

/** @throws {ResponseError} InvalidParams where it is no action of this server. */
function dataOf({ data }: CodeAction): CodeActionData {
  const known: Partial<CodeActionData> = typeof data === 'object' && data !== null ? data : {}
  if (
    typeof known.uri !== 'string' ||
    typeof known.version !== 'number' ||
    typeof known.place !== 'number' ||
    (typeof known.action !== 'number' && !['line', 'file', 'tick', 'refactor'].includes(known.action ?? ''))
  ) {
    throw invalidParams('This is no code action of Specmark.')
  }
  return known as CodeActionData
}
