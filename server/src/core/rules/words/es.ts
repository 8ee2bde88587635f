import type { Words } from './words'

/** Normative verbs, and the clause words of Gherkin's Spanish dialect. */
export const es: Words = {
  language: 'es',
  normative: ['debe', 'deben', 'deberá', 'deberán', 'debería', 'deberían', 'puede', 'pueden', 'podrá'],
  normativeCapitals: [],
  vague: [],
  exact: [],
  common: [],
  units: [],
  numbers: [],
  gone: ['eliminado', 'eliminada', 'movido', 'movida', 'reemplazado', 'reemplazada'],
  history: ['historial', 'historial de cambios', 'registro de cambios'],
  clauses: new Map([
    ['given', ['dado', 'dada', 'dados', 'dadas']],
    ['when', ['cuando']],
    ['then', ['entonces']],
  ]),
}
