import type { Words } from './words'

/** Of this language only what tells of an item's end is known: its requirements and criteria are not judged by their words. */
export const zh: Words = {
  language: 'zh',
  normative: [],
  normativeCapitals: [],
  vague: [],
  exact: [],
  common: [],
  units: [],
  numbers: [],
  gone: ['删除', '刪除', '取消', '合并', '废弃', '移至', '移除'],
  history: ['修订历史', '变更历史', '變更記錄'],
  clauses: new Map(),
}
