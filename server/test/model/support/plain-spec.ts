import type {
  Cell,
  Checkbox,
  Entry,
  ItemId,
  Passage,
  Reference,
  SpecDocument,
} from '../../../src/core/model/spec-document'

/** A model as plain data, so that two can be compared by all that they say and by nothing that they remember. */
export function plainSpec(spec: SpecDocument): unknown {
  const entries = placesIn(spec.entries)
  const passages = placesIn(spec.passages)
  const boxes = placesIn(spec.checkboxes)
  return {
    ...spec,
    entries: spec.entries.map((entry) => plainEntry(entry, entries, passages, boxes)),
    items: spec.items.map(entries),
    references: spec.references.map((reference) => plainReference(reference, entries, passages)),
    checkboxes: spec.checkboxes.map((checkbox) => plainCheckbox(checkbox, boxes)),
    tables: spec.tables.map(({ header, rows, ...table }) => {
      const plain = (cell: Cell) => plainCell(cell, passages)
      const plainRows = rows.map(({ span, cells }) => ({ span, cells: cells.map(plain) }))
      return { ...table, header: header.map(plain), rows: plainRows }
    }),
    passages: spec.passages.map(({ start, text, spans, section, within, quoted }) => {
      return { start, text, spans, section, within, quoted }
    }),
  }
}

type PlaceOf<T> = (one: T | undefined) => unknown

function placesIn<T>(all: readonly T[]): PlaceOf<T> {
  const places = new Map(all.map((one, place) => [one, place]))
  return (one) => one && (places.get(one) ?? 'none of them')
}

function plainEntry(
  entry: Entry,
  placeOf: PlaceOf<Entry>,
  passageOf: PlaceOf<Passage>,
  boxOf: PlaceOf<Checkbox>,
): unknown {
  const { form, section, span, text, textSpan, malformed, kind, role, retired, parts, untouched } = entry
  const own = { form, section, span, text, textSpan, malformed, kind, role, retired, parts, untouched }
  const [lead, passages] = [passageOf(entry.lead), entry.passages.map(passageOf)]
  const [checkbox, parent] = [boxOf(entry.checkbox), placeOf(entry.parent)]
  return { ...own, lead, passages, checkbox, parent, id: entry.id && plainId(entry.id) }
}

function plainReference(reference: Reference, entryOf: PlaceOf<Entry>, passageOf: PlaceOf<Passage>): unknown {
  const { id, from, passage, implied, bareEnd, elsewhere, qualifier, code } = reference
  const [fromPlace, passagePlace] = [entryOf(from), passageOf(passage)]
  const own = { implied, bareEnd, elsewhere, qualifier, code }
  return { ...own, id: plainId(id), from: fromPlace, passage: passagePlace }
}

function plainCheckbox(checkbox: Checkbox, boxOf: PlaceOf<Checkbox>): unknown {
  const { checked, mark, span, textSpan, section, parent, children, role } = checkbox
  return {
    ...{ checked, mark, span, textSpan, section, role },
    parent: boxOf(parent),
    children: children.map(boxOf),
  }
}

function plainCell({ text, span, passage }: Cell, passageOf: PlaceOf<Passage>): unknown {
  return { text, span, passage: passageOf(passage) }
}

export function plainId({ text, key, prefix, area, number, suffix, span }: ItemId): unknown {
  return { text, key, prefix, area, number, suffix, span }
}
