import type { SpecDocument, Table, TableRow } from './model/spec-document'

/** Leading words of the header of a column, in the languages that requirements are read in. */
const QUESTION =
  /^(?:open )?(?:questions?|clarifications?|frage|domand[ae]|preguntas?|question ouverte|pergunta|vraag|vragen|问题|質問|질문)\b|^(?:问题|質問|질문)/i
const STATE = /^(?:status|state|stato|estado|statut|état|stand|状态|状態|상태)/i
const ANSWER =
  /^(?:answer|decision|resolution|outcome|response|antwort|entscheidung|rispost|decision|respuesta|decisi[óo]n|réponse|décision|resposta|decis[ãa]o|antwoord|besluit|答|決定|决定|답)/i

/** What stands in a cell as long as nobody has answered: nothing, a dash, a mark, or a word for it. */
const OPEN =
  /^(?:[\s.…–—-]*|\?+|n\/?a|tb[dcr]|todo|open|opened|unresolved|unanswered|pending|in (?:progress|discussion|review)|needs? .*|offen|apert[oa]|da decidere|abiert[oa]|pendiente|ouverte?|en attente|abert[oa]|pendente|未定|未解决|未解決|미정)(?![\p{L}\p{N}])/iu

/** A row of a table of questions that has no answer yet. */
export interface QuestionRow {
  readonly row: TableRow
  /** What is asked. */
  readonly text: string
}

/**
 * Rows of tables that have a column of questions. Where the table has a column of states, that decides; else whether the answer
 * is there; a question without either is open.
 */
export function openQuestionRows({ tables }: Pick<SpecDocument, 'tables'>): readonly QuestionRow[] {
  return tables.flatMap((table) => {
    const question = columnOf(table, QUESTION)
    if (question < 0) return []
    const state = columnOf(table, STATE)
    const decides = state >= 0 ? state : columnOf(table, ANSWER)
    return table.rows.flatMap((row) => {
      const text = textAt(row, question)
      const isOpen = decides < 0 || OPEN.test(textAt(row, decides))
      return isOpen && text !== '' ? [{ row, text }] : []
    })
  })
}

function columnOf({ header }: Table, title: RegExp): number {
  return header.findIndex(({ text }) => title.test(text.trim()))
}

/** Masked text has blanks for the marks around a word. */
function textAt({ cells }: TableRow, column: number): string {
  return cells[column]?.text.trim() ?? ''
}
