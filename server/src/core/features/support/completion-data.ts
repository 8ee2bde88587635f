/** What an offered ID names, by which its details are found: an item by the file that defines it, or a spec. */
export type NamedByCompletion =
  | { readonly uri: string; readonly key: string }
  | { readonly documentId: string }

/** Sent to the client with an item of a completion, and back. */
export interface CompletionData {
  /** URI of the document that it was asked for in. */
  readonly from: string
  readonly named: NamedByCompletion
}
