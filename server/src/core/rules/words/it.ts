import type { Words } from './words'

/** Normative verbs, and the clause words of Gherkin's Italian dialect. */
export const it: Words = {
  language: 'it',
  normative: ['deve', 'devono', 'dovrà', 'dovranno', 'dovrebbe', 'dovrebbero', 'può', 'possono'],
  normativeCapitals: [],
  vague: [],
  exact: [],
  common: [],
  units: [],
  numbers: [],
  gone: ['eliminato', 'eliminata', 'rimosso', 'rimossa', 'sostituito', 'sostituita', 'spostato', 'spostata'],
  history: ['cronologia', 'registro delle modifiche', 'storico'],
  clauses: new Map([
    ['given', ['dato', 'data', 'dati', 'date']],
    ['when', ['quando']],
    ['then', ['allora']],
  ]),
}
