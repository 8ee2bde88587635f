import type { FeatureContext } from './context'
import type { NamedByCompletion } from './support/completion-data'
import { documentMarkdown } from './support/meaning/document'
import { foreignMarkdown } from './support/meaning/foreign'
import { itemMarkdown } from './support/meaning/item'

/**
 * What hover would tell of an ID that completion offers, as Markdown: made for the one that a person looks at, as a list may
 * have hundreds. `undefined` where it is there no more.
 */
export function completionDetails(context: FeatureContext, named: NamedByCompletion): string | undefined {
  if ('documentId' in named) return documentMarkdown(context, named.documentId)
  const { workspace, index, file } = context
  if (named.uri === file.uri) {
    const [item] = index.definitions(named.key)
    return item && itemMarkdown(context, item)
  }
  const other = workspace.file(named.uri)
  const item = other && workspace.definitions(other, named.key)[0]
  return other && item && foreignMarkdown(context, [{ file: other, item }])
}
