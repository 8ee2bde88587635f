import type { Words } from './words'

/** Normative verbs, and the clause words of Gherkin's German dialect. */
export const de: Words = {
  language: 'de',
  normative: ['muss', 'müssen', 'soll', 'sollen', 'sollte', 'sollten', 'darf', 'dürfen', 'kann', 'können'],
  normativeCapitals: [],
  vague: [],
  exact: [],
  common: [],
  units: [],
  numbers: [],
  gone: ['entfernt', 'entfällt', 'ersetzt', 'gelöscht', 'gestrichen', 'verschoben'],
  history: ['änderungen', 'änderungshistorie', 'änderungsverlauf', 'historie'],
  clauses: new Map([
    ['given', ['angenommen', 'gegeben']],
    ['when', ['wenn']],
    ['then', ['dann']],
  ]),
}
