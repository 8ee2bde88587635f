import { normaliseHeading } from './headings'

/** A piece of a template to insert. */
export interface Snippet {
  /** What it is called, for a person. Unique among the snippets of a template. */
  readonly name: string
  /** What one types to get it; begins with `spec`. Unique among the snippets of a template. */
  readonly prefix: string
  readonly description: string
  /** Lines in the snippet syntax of VS Code and LSP. */
  readonly body: readonly string[]
}

/** `spec-last-updated` of `Last Updated`. */
export function snippetPrefix(...words: readonly string[]): string {
  const slugs = words.map((word) => normaliseHeading(word).replace(/[^\p{L}\p{N}]+/gu, '-'))
  return ['spec', ...slugs].join('-')
}
