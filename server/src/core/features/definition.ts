import type { Location } from 'vscode-languageserver-types'
import type { FeatureContext } from './context'
import { locationIn, locationOfLink } from './support/locations'
import { targetAt } from './support/target'

/**
 * Where what is named at an offset is defined: an item at its ID, a spec at the field with its document ID, a link at its
 * heading or file. Several where that is ambiguous; at a definition, the definition itself.
 */
export function definition(context: FeatureContext, offset: number): Location[] {
  const { workspace } = context
  const target = targetAt(context, offset)
  switch (target?.kind) {
    case 'item':
      return target.found.map(({ file, item }) => locationIn(file, item))
    case 'document':
      return workspace
        .withDocumentId(target.id)
        .flatMap((file) => (file.documentId === undefined ? [] : [locationIn(file, file.documentId)]))
    case 'link': {
      const location = locationOfLink(workspace, target.link)
      return location === undefined ? [] : [location]
    }
    case undefined:
      return []
  }
}
