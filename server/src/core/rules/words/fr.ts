import type { Words } from './words'

/** Normative verbs, and the clause words of Gherkin's French dialect. */
export const fr: Words = {
  language: 'fr',
  normative: ['doit', 'doivent', 'devra', 'devront', 'devrait', 'devraient', 'peut', 'peuvent'],
  normativeCapitals: [],
  vague: [],
  exact: [],
  common: [],
  units: [],
  numbers: [],
  gone: ['déplacé', 'déplacée', 'remplacé', 'remplacée', 'supprimé', 'supprimée'],
  history: ['historique', 'historique des modifications', 'journal des modifications'],
  clauses: new Map([
    ['given', ['étant', 'sachant', 'soit']],
    ['when', ['quand', 'lorsque', 'lorsqu']],
    ['then', ['alors', 'donc']],
  ]),
}
