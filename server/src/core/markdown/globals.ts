import type { GlobalDefinition } from './definitions'
import { mentionKey } from './labels'

const NONE: readonly never[] = []

/** The definitions of one document. */
export class Globals {
  private readonly byMention = new Map<string, GlobalDefinition[]>()
  private readonly urls = new Map<string, string>()

  get isEmpty(): boolean {
    return this.byMention.size === 0
  }

  /** Adds the next definition in document order; the first with an identifier holds. */
  add(definition: GlobalDefinition): void {
    const { type, identifier, url } = definition
    const key = mentionKey(definition)
    const same = this.byMention.get(key)
    if (same === undefined) this.byMention.set(key, [definition])
    else if (!same.some((other) => isSame(other, definition))) same.push(definition)
    if (type === 'definition' && !this.urls.has(identifier)) this.urls.set(identifier, url)
  }

  destination(identifier: string): string | undefined {
    return this.urls.get(identifier)
  }

  /**
   * The definitions that a piece may mention, but for those that it makes itself.
   *
   * @param labels keys of what may be labels in the piece
   * @param own definitions in the piece
   */
  mentioned(labels: readonly string[], own: readonly GlobalDefinition[]): readonly GlobalDefinition[] {
    if (this.isEmpty || labels.length === 0) return NONE
    const mentions: GlobalDefinition[] = []
    for (const label of labels) {
      for (const found of this.byMention.get(label) ?? NONE) {
        // Of several definitions in the piece, too, the first is the one that it would resolve to by itself.
        if (own.find((other) => isSame(other, found))?.url !== found.url) mentions.push(found)
      }
    }
    return mentions
  }
}

function isSame(one: GlobalDefinition, other: GlobalDefinition): boolean {
  return one.type === other.type && one.identifier === other.identifier
}
