import type { Location, LocationLink, Range } from 'vscode-languageserver-types'
import type { FeatureContext } from './context'
import { locationIn, locationOfLink, rangeIn } from './support/locations'
import { type Target, type TargetOptions, targetAt } from './support/target'

/**
 * Where what is named at an offset is defined: an item at its ID, a spec at the field with its document ID, a link at its
 * heading or file. Several where that is ambiguous; at a definition, the definition itself.
 */
export function definition(context: FeatureContext, offset: number, options: TargetOptions = {}): Location[] {
  return placesOf(context, targetAt(context, offset, options)).map(({ location }) => location)
}

/**
 * The same, with what is named at the offset and the whole of what defines it: of an editor's own, the one would be a word of
 * the ID, the other the ID alone.
 */
export function definitionLinks(
  context: FeatureContext,
  offset: number,
  options: TargetOptions = {},
): LocationLink[] {
  const target = targetAt(context, offset, options)
  if (target === undefined) return []
  const originSelectionRange = rangeIn(context.file, target.span)
  return placesOf(context, target).map(({ location, whole }) => ({
    originSelectionRange,
    targetUri: location.uri,
    targetRange: whole,
    targetSelectionRange: location.range,
  }))
}

interface DefiningPlace {
  readonly location: Location
  /** Around it. */
  readonly whole: Range
}

function placesOf({ workspace }: FeatureContext, target: Target | undefined): readonly DefiningPlace[] {
  switch (target?.kind) {
    case 'item':
      return target.found.map(({ file, item }) => ({
        location: locationIn(file, item),
        whole: rangeIn(file, { start: item.from, end: item.to }),
      }))
    case 'document':
      return workspace
        .withDocumentId(target.id)
        .flatMap((file) =>
          file.documentId === undefined ? [] : [asWhole(locationIn(file, file.documentId))],
        )
    case 'link': {
      const location = locationOfLink(workspace, target.link)
      return location === undefined ? [] : [asWhole(location)]
    }
    // It would be underlined wherever the pointer rests.
    case 'heading':
    case undefined:
      return []
  }
}

function asWhole(location: Location): DefiningPlace {
  return { location, whole: location.range }
}
