import type { Config } from '../config/config'
import type { SpecIndex } from '../index/spec-index'
import { type Elsewhere, sameElsewhere } from '../index/workspace/elsewhere'
import type { SpecDocument } from '../model/spec-document'
import type { KnownSurroundings, LinkTarget, Surroundings } from '../rules/surroundings'
import { NO_SURROUNDINGS } from '../rules/surroundings'
import type { LinkTargets } from './link-targets'
import type { Members } from './members'

/** Loads what documents are judged beside. */
export interface SurroundingsLoader {
  /**
   * The same object as before where nothing has changed of what the document is judged beside.
   *
   * @param said asked when all else has been read: what other specs say of the document then
   */
  of(spec: SpecDocument, config: Config, said: () => SaidElsewhere): Promise<Surroundings>
  /** The text of one file has changed; without a URI, files may have come and gone. */
  forget(uri?: string): void
  /** A document was closed. */
  close(uri: string): void
}

export interface SaidElsewhere {
  readonly elsewhere: Elsewhere | undefined
  /** Whether all other specs have been read. */
  readonly isWhole: boolean
}

interface Loaded {
  readonly members: readonly SpecIndex[]
  readonly targets: ReadonlyMap<string, LinkTarget>
  readonly surroundings: Surroundings
}

export function createSurroundings(members: Members, links: LinkTargets): SurroundingsLoader {
  const loaded = new Map<string, Loaded>()
  return {
    async of(spec, config, said) {
      const { kind } = spec.recognition
      if (kind !== 'spec' && kind !== 'loose') return NO_SURROUNDINGS
      const [others, targets] = await Promise.all([members.of(spec.uri, config), links.of(spec)])
      const { elsewhere, isWhole } = said()
      const known = { specs: isWhole, links: links.areJudged() }
      const before = loaded.get(spec.uri)
      if (
        before !== undefined &&
        sameMembers(before.members, others) &&
        sameTargets(before.targets, targets) &&
        sameKnown(before.surroundings.known, known) &&
        sameElsewhere(before.surroundings.elsewhere, elsewhere)
      ) {
        return before.surroundings
      }
      const surroundings = {
        members: others,
        linkTarget: (url: string) => targets.get(url),
        elsewhere,
        known,
      }
      loaded.set(spec.uri, { members: others, targets, surroundings })
      return surroundings
    },
    forget(uri) {
      members.forget(uri)
      links.forget(uri)
    },
    close: (uri) => loaded.delete(uri),
  }
}

function sameMembers(a: readonly SpecIndex[], b: readonly SpecIndex[]): boolean {
  return a.length === b.length && a.every((index, at) => index === b[at])
}

function sameKnown(a: KnownSurroundings, b: KnownSurroundings): boolean {
  return a.specs === b.specs && a.links === b.links
}

function sameTargets(a: ReadonlyMap<string, LinkTarget>, b: ReadonlyMap<string, LinkTarget>): boolean {
  if (a.size !== b.size) return false
  for (const [url, target] of a) {
    const other = b.get(url)
    if (other?.found !== target.found || other.nearest.join('\n') !== target.nearest.join('\n')) return false
  }
  return true
}
