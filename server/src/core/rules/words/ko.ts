import type { Words } from './words'

/** Of this language only what tells of an item's end is known: its requirements and criteria are not judged by their words. */
export const ko: Words = {
  language: 'ko',
  normative: [],
  normativeCapitals: [],
  proposed: [],
  vague: [],
  exact: [],
  common: [],
  units: [],
  numbers: [],
  gone: ['결번', '구멍', '삭제', '이관', '이동', '재번호', '전출', '제거', '폐기'],
  history: ['변경 이력', '이력'],
  clauses: new Map(),
}
