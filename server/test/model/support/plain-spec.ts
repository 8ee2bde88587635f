import type { Entry, ItemId, Reference, SpecDocument } from '../../../src/core/model/spec-document'

/** A model as plain data, so that two can be compared by all that they say and by nothing that they remember. */
export function plainSpec(spec: SpecDocument): unknown {
  const places = new Map(spec.entries.map((entry, place) => [entry, place]))
  const place = (entry: Entry | undefined) => entry && (places.get(entry) ?? 'none of the entries')
  return {
    ...spec,
    entries: spec.entries.map((entry) => plainEntry(entry, place)),
    items: spec.items.map(place),
    references: spec.references.map((reference) => plainReference(reference, place)),
  }
}

type PlaceOf = (entry: Entry | undefined) => unknown

function plainEntry(entry: Entry, place: PlaceOf): unknown {
  const { form, section, span, lead, text, textSpan, passages, malformed, kind, role } = entry
  const { checkbox, retired, parts, untouched } = entry
  const own = { form, section, span, lead, text, textSpan, passages, malformed, kind, role }
  const rest = { checkbox, retired, parts, untouched, parent: place(entry.parent) }
  return { ...own, ...rest, id: entry.id && plainId(entry.id) }
}

function plainReference(reference: Reference, place: PlaceOf): unknown {
  const { id, from, passage, implied, bareEnd, elsewhere, qualifier, code } = reference
  return { id: plainId(id), from: place(from), passage, implied, bareEnd, elsewhere, qualifier, code }
}

export function plainId({ text, key, prefix, area, number, suffix, span }: ItemId): unknown {
  return { text, key, prefix, area, number, suffix, span }
}
