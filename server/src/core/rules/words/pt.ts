import type { Words } from './words'

/** Normative verbs, and the clause words of Gherkin's Portuguese dialect. */
export const pt: Words = {
  language: 'pt',
  normative: ['deve', 'devem', 'deverá', 'deverão', 'deveria', 'deveriam', 'pode', 'podem'],
  normativeCapitals: [],
  vague: [],
  exact: [],
  common: [],
  units: [],
  numbers: [],
  gone: ['eliminado', 'eliminada', 'movido', 'movida', 'removido', 'removida', 'substituído', 'substituída'],
  history: ['histórico', 'histórico de alterações', 'registro de alterações'],
  clauses: new Map([
    ['given', ['dado', 'dada', 'dados', 'dadas']],
    ['when', ['quando']],
    ['then', ['então', 'entao']],
  ]),
}
