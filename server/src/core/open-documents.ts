import type { TextDocument } from 'vscode-languageserver-textdocument'

/** Which version of which document is open: the one that was asked about last, until it is closed. */
export interface OpenDocuments {
  /** By its URI. */
  get(uri: string): TextDocument | undefined
  /**
   * A document that somebody asks about is open. A version before the last one, and a document that was closed, stay what
   * they are: a request that had to wait may still ask about them.
   */
  take(document: TextDocument): void
  /** Whether it is open, in this version. */
  has(document: TextDocument): boolean
  close(uri: string): void
  isEmpty(): boolean
}

export function createOpenDocuments(): OpenDocuments {
  const open = new Map<string, TextDocument>()
  const past = new WeakSet<TextDocument>()
  return {
    get: (uri) => open.get(uri),
    take(document) {
      const { uri, version } = document
      const before = open.get(uri)
      if (before === document || past.has(document)) return
      if (before !== undefined && before.version > version) {
        past.add(document)
        return
      }
      if (before !== undefined) past.add(before)
      open.set(uri, document)
    },
    has: (document) => open.get(document.uri) === document,
    close(uri) {
      const before = open.get(uri)
      if (before !== undefined) past.add(before)
      open.delete(uri)
    },
    isEmpty: () => open.size === 0,
  }
}
