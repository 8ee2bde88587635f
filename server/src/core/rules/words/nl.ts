import type { Words } from './words'

/** Normative verbs, and the clause words of Gherkin's Dutch dialect. */
export const nl: Words = {
  language: 'nl',
  normative: ['moet', 'moeten', 'zal', 'zullen', 'zou', 'zouden', 'mag', 'mogen'],
  normativeCapitals: [],
  vague: [],
  exact: [],
  common: [],
  units: [],
  numbers: [],
  gone: ['verplaatst', 'vervallen', 'vervangen', 'verwijderd'],
  history: ['geschiedenis', 'wijzigingen', 'wijzigingsgeschiedenis'],
  clauses: new Map([
    ['given', ['gegeven', 'stel']],
    ['when', ['als', 'wanneer']],
    ['then', ['dan']],
  ]),
}
