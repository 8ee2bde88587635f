import type { Passage, SpecDocument } from '../../model/spec-document'

/**
 * Whether a passage is of a list that stands directly below a paragraph which passes the test, and so part of what it says.
 * Nothing is gathered before it is asked: few documents have anything to ask for.
 */
export function listsBelow(
  spec: SpecDocument,
  opens: (paragraph: string) => boolean,
): (passage: Passage) => boolean {
  let below: ReadonlySet<Passage> | undefined
  return (passage) => {
    below ??= gather(spec, opens)
    return below.has(passage)
  }
}

function gather(spec: SpecDocument, opens: (paragraph: string) => boolean): ReadonlySet<Passage> {
  const below = new Set<Passage>()
  let opened = false
  for (const passage of spec.passages) {
    if (passage.within !== 'listItem') opened = passage.within === 'paragraph' && opens(passage.text)
    else if (opened) below.add(passage)
  }
  return below
}
