import type { SpecDocument } from '../model/spec-document'

/** The destinations of links and images of a document, each once. */
export function linksOf({ passages }: SpecDocument): ReadonlySet<string> {
  const urls = new Set<string>()
  for (const { spans } of passages) {
    for (const { type, value } of spans)
      if ((type === 'link' || type === 'image') && value !== '') urls.add(value)
  }
  return urls
}
