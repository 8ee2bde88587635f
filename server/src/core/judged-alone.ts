import type { ReadSymbols } from './analyser'
import { elsewhereOf, namesOthers, sameElsewhere } from './index/workspace/elsewhere'
import { noSymbols } from './index/workspace/file-symbols'
import { createWorkspaceIndex } from './index/workspace/workspace-index'
import type { SaidElsewhere } from './surroundings/surroundings'
import type { Workspace } from './workspace/workspace'

/** What others are taken to say to a spec before they have been read. */
export interface Assumed {
  readonly said: SaidElsewhere
  /** Whether that is what they say, now that all have been read. Holds nothing of the document. */
  readonly stands: () => boolean
}

/**
 * What others say to a spec that names nothing of theirs, if none of them has its document ID; `undefined` for one that names
 * something.
 *
 * @param proposed a document ID that is to be proposed to it
 */
export function assumeAlone(
  { spec, symbols }: ReadSymbols,
  proposed: string | undefined,
  workspace: Workspace,
): Assumed | undefined {
  if (namesOthers(symbols)) return undefined
  const { uri, kind, group, documentId } = symbols
  const claims = { ...noSymbols(uri, kind), group, documentId }
  const assumed = elsewhereOf(createWorkspaceIndex(), claims, proposed)
  // Whether all others have been read is told to nothing but comments for which there seems to be no finding.
  const asksForAll = spec.suppressions.length > 0
  return standing(claims, assumed, asksForAll, proposed, workspace)
}

/** Apart: what it gives back must not hold the document. */
function standing(
  claims: ReturnType<typeof noSymbols>,
  elsewhere: ReturnType<typeof elsewhereOf>,
  asksForAll: boolean,
  proposed: string | undefined,
  workspace: Workspace,
): Assumed {
  return {
    said: { elsewhere, isWhole: true },
    stands: () =>
      workspace.isKnown(claims.uri) &&
      (!asksForAll || workspace.isWhole()) &&
      sameElsewhere(elsewhereOf(workspace.index, claims, proposed), elsewhere),
  }
}
