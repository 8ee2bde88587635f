import type { Passage, SpecDocument } from '../../model/spec-document'

/** The passages of lists that stand directly below a paragraph which passes the test, and so are part of what it says. */
export function listsBelow(spec: SpecDocument, opens: (paragraph: string) => boolean): ReadonlySet<Passage> {
  const below = new Set<Passage>()
  let opened = false
  for (const passage of spec.passages) {
    if (passage.within !== 'listItem') opened = passage.within === 'paragraph' && opens(passage.text)
    else if (opened) below.add(passage)
  }
  return below
}
