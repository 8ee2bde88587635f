import type { Connection } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Range } from 'vscode-languageserver-types'
import { URI, Utils } from 'vscode-uri'
import type { SpecService } from '../core/service'
import { canonicalUri } from './canonical-uri'
import { type Guard, invalidParams, requestFailed } from './errors'
import { explained } from './explained'
import { METHODS, type NewSpecFile, type NewSpecParams } from './protocol'

/** Answers `specmark/newSpec`: the file that `specmark new` would write, for the client to make. */
export function answerNewSpec(
  connection: Connection,
  service: SpecService,
  exists: (uri: string) => Promise<boolean>,
  guard: Guard,
): void {
  async function firstPlaceholder(uri: string, text: string): Promise<Range | null> {
    const [first] = (await service.analyseFile(uri, text))?.spec.placeholders ?? []
    if (first === undefined) return null
    const document = TextDocument.create(uri, 'markdown', 0, text)
    return { start: document.positionAt(first.span.start), end: document.positionAt(first.span.end) }
  }

  async function make(params: NewSpecParams): Promise<NewSpecFile> {
    const { folder, title, exactly } = paramsOf(params)
    const { uri, text } = await explained(() => service.newSpec(folder, title, { exactly: exactly === true }))
    if (await exists(uri)) {
      throw requestFailed(`${Utils.basename(URI.parse(uri))}: there is such a file already.`)
    }
    return { uri, text, selection: await firstPlaceholder(uri, text) }
  }

  connection.onRequest(METHODS.newSpec, guard.request(METHODS.newSpec, make))
}

/** @throws {ResponseError} InvalidParams */
function paramsOf(params: Partial<NewSpecParams> | null | undefined): NewSpecParams {
  const { folder, title, exactly } = params ?? {}
  if (typeof folder !== 'string' || typeof title !== 'string')
    throw invalidParams(`${METHODS.newSpec} takes the URI of a folder and a title.`)
  return { folder: canonicalUri(folder).replace(/\/$/, ''), title, exactly: exactly === true }
}
