import type { Words } from './words'

/** Of this language only what tells of an item's end is known: its requirements and criteria are not judged by their words. */
export const ja: Words = {
  language: 'ja',
  normative: [],
  normativeCapitals: [],
  vague: [],
  exact: [],
  common: [],
  units: [],
  numbers: [],
  gone: ['削除', '廃止', '欠番', '移動', '統合'],
  history: ['変更履歴', '履歴', '改訂履歴'],
  clauses: new Map(),
}
