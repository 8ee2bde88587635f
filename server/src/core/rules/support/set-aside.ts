import type { Checkbox, SpecDocument } from '../../model/spec-document'

/** What a checkbox says, without marks of emphasis and code. */
export function boxText(box: Checkbox, spec: SpecDocument): string {
  return spec.text.slice(box.textSpan.start, box.textSpan.end).replace(/[*`]|~~/g, '')
}

const LATER =
  "(?:deferred|postponed|skipped|optional|out of scope|won[’']t(?: do| fix)?|n/a|not applicable|future|later)"
/** As a remark on the item: `(optional)`, `[deferred to Q3]`, “… – later”, “Deferred: …”, “Optional – …”. */
const SET_ASIDE = new RegExp(
  `^[\\s*_]*${LATER}(?![\\w-])\\s*(?:[*_]*\\s*(?:[:;,.–—(-]|$)|(?:to|until)\\b)|[([][*_\\s]*${LATER}(?![\\w-])|(?:\\s[–—-]{1,2}|—)[\\s*_]*${LATER}(?![\\w-])`,
  'i',
)

/** Struck through, or remarked to be left for later: open on purpose. */
export function isSetAside(box: Checkbox, spec: SpecDocument): boolean {
  // From the box on: the text proper begins behind the marks that strike it through.
  const text = spec.text.slice(box.mark.end + 1, box.textSpan.end)
  return text.includes('~~') || SET_ASIDE.test(text)
}
