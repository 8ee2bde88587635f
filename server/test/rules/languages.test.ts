import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/core/rules/rule'
import { runRules } from '../../src/core/rules/run'
import { DEFAULT_SETTINGS, type WordChanges, type WordList } from '../../src/core/rules/settings'
import { inputOf, specWith } from './support/judge'

/** What is said about the keywords of requirements, one finding for each that has none. */
function told(
  requirements: readonly string[],
  languages?: readonly string[],
  changes: ReadonlyMap<WordList, WordChanges> = new Map(),
): readonly Finding[] {
  const items = requirements.map((text, at) => `${at + 1}. **[REQ-00${at + 1}]** ${text}\n`).join('')
  // One that has a keyword keeps the findings apart.
  const text = specWith(`### Functional Requirements\n${items}9. **[REQ-009]** The system MUST sign.\n`)
  const settings = { ...DEFAULT_SETTINGS, words: { languages, changes } }
  return runRules({ ...inputOf(text), settings }).filter(({ rule }) => rule === 'requirement/no-keyword')
}

/** How authors say what must, must not, should and may be. */
const DEMANDS: Readonly<Record<string, readonly string[]>> = {
  German: [
    'Das System muss jede Ausleihe mit Datum speichern.',
    'Mahnungen müssen vor dem Versand geprüft werden.',
    'Der Katalog soll nach Titel und Autor durchsuchbar sein.',
    'Die Anwendung MUSS jeden Zugriff protokollieren.',
    'Leser dürfen höchstens zehn Bücher gleichzeitig ausleihen.',
    'Ein gesperrter Leser darf kein weiteres Buch ausleihen.',
    'Das Terminal sollte die Quittung auf Wunsch drucken.',
    'Der Leser kann eine Vormerkung zurückziehen.',
    'Gebühren sind auf volle Cent zu runden.',
    'Die Frist von 14 Tagen ist einzuhalten.',
    'Der Export hat innerhalb von zwei Sekunden zu beginnen.',
    'Es ist verboten, Namen im Protokoll zu speichern.',
    'Eine zweite Verlängerung ist nicht zulässig.',
    'Der Betreiber ist verpflichtet, Ausleihen nach einem Jahr zu löschen.',
    'Quittungen brauchen nicht gedruckt zu werden.',
    'Eine Unterschrift ist OPTIONAL.',
  ],
  Spanish: [
    'El sistema debe guardar la fecha de cada préstamo.',
    'Los avisos deben revisarse antes de enviarse.',
    'El catálogo deberá permitir buscar por título.',
    'Las multas no deberán superar el precio del libro.',
    'La terminal debería imprimir el recibo.',
    'El lector puede cancelar una reserva.',
    'El bibliotecario podrá ampliar el plazo una vez.',
    'Los lectores podrán elegir el idioma.',
    'El servicio tiene que responder en dos segundos.',
    'Hay que cifrar los datos de los lectores.',
    'Queda prohibido guardar nombres en el registro.',
    'Es obligatorio firmar cada exportación.',
    'El plazo ha de ser de 14 días.',
    'El sistema debiera avisar al lector.',
    'La firma es OPCIONAL.',
  ],
  French: [
    'Le système doit enregistrer la date de chaque prêt.',
    'Les rappels doivent être relus avant l’envoi.',
    'Le catalogue devra proposer une recherche par titre.',
    'Les amendes ne devront pas dépasser le prix du livre.',
    'La borne devrait imprimer le reçu.',
    'Les lecteurs devraient recevoir un rappel.',
    'Le lecteur peut annuler une réservation.',
    'Les lecteurs peuvent choisir la langue.',
    'Le bibliothécaire pourra prolonger le délai une fois.',
    'Il faut chiffrer les données des lecteurs.',
    'Il est interdit de garder des noms dans le journal.',
    'Il est recommandé de signer chaque export.',
    'Le service est tenu de répondre en deux secondes.',
    'Le délai est à respecter pour chaque prêt.',
    'La signature est FACULTATIVE.',
  ],
  Italian: [
    'Il sistema deve salvare la data di ogni prestito.',
    'Gli avvisi devono essere riletti prima dell’invio.',
    'Il catalogo dovrà permettere la ricerca per titolo.',
    'Le multe non dovranno superare il prezzo del libro.',
    'Il terminale dovrebbe stampare la ricevuta.',
    'I lettori dovrebbero ricevere un promemoria.',
    'Il lettore può annullare una prenotazione.',
    'I lettori possono scegliere la lingua.',
    'Il bibliotecario potrà prorogare il prestito una volta.',
    'Il termine va rispettato per ogni prestito.',
    'I dati dei lettori vanno cifrati.',
    'È necessario firmare ogni esportazione.',
    'È vietato conservare nomi nel registro.',
    'Il servizio è tenuto a rispondere in due secondi.',
    'La firma è OPZIONALE.',
  ],
  Portuguese: [
    'O sistema deve guardar a data de cada empréstimo.',
    'Os avisos devem ser revistos antes do envio.',
    'O catálogo deverá permitir a pesquisa por título.',
    'As multas não deverão exceder o preço do livro.',
    'O terminal deveria imprimir o recibo.',
    'O leitor pode cancelar uma reserva.',
    'Os leitores podem escolher o idioma.',
    'O bibliotecário poderá prorrogar o prazo uma vez.',
    'O serviço tem de responder em dois segundos.',
    'O serviço tem que responder em dois segundos.',
    'É obrigatório assinar cada exportação.',
    'É proibido guardar nomes no registo.',
    'É necessário cifrar os dados dos leitores.',
    'O prazo há de ser de 14 dias.',
    'A assinatura é OPCIONAL.',
  ],
  Chinese: [
    '系统必须记录每次借阅的日期。',
    '系统应在两秒内返回结果。',
    '目录应当支持按书名检索。',
    '终端应该打印回执。',
    '读者可以取消预约。',
    '读者可选择界面语言。',
    '日志中不得保存姓名。',
    '被停用的读者不能借书。',
    '禁止在日志中保存密码。',
    '导出文件须签名。',
    '系統應於兩秒內回應。',
    '系統必須記錄每次借閱的日期。',
    '建议在到期前三天提醒读者。',
    '管理员需要确认每次导出。',
  ],
  Japanese: [
    'システムは貸出日を記録しなければならない。',
    'システムは貸出日を記録しなければなりません。',
    '延滞料は本の価格を超えてはならない。',
    '検索は書名で行えるものとする。',
    '端末は受領書を印刷すべきである。',
    '利用者は予約を取り消してもよい。',
    '利用者は言語を選ぶことができる。',
    '二秒以内に結果を返すこと。',
    'ログに氏名を保存することを禁止する。',
    '署名は任意とする。',
  ],
}

describe('a requirement in another language is not told that it lacks MUST', () => {
  const sets = Object.entries(DEMANDS).flatMap(([language, texts]) =>
    texts.map((text) => [language, text] as const),
  )
  test.each(sets)('%s: %s', (_language, text) => {
    expect(told([text])).toEqual([])
  })

  test.each(Object.entries(DEMANDS))('%s, with nothing else in the document', (_language, texts) => {
    const items = texts.map((text, at) => `- **[REQ-${at + 100}]** ${text}\n`).join('')
    const spec = specWith(`### Functional Requirements\n${items}`)
    const found = runRules(inputOf(spec)).filter(({ rule }) => rule.startsWith('requirement/'))
    expect(found).toEqual([])
  })
})

describe('a requirement that only tells is told in its own words what is missing', () => {
  test.each([
    ['Das System speichert das Datum jeder Ausleihe.', '“muss”, “soll” or “darf”'],
    ['Die Quittung wird nach der Rückgabe gedruckt.', '“muss”, “soll” or “darf”'],
    ['El sistema guarda la fecha de los préstamos.', '“debe”, “debería” or “puede”'],
    ['Le système enregistre la date de chaque prêt.', '“doit”, “devrait” or “peut”'],
    ['Il sistema salva la data di ogni prestito.', '“deve”, “dovrebbe” or “può”'],
    ['Al tocco del pulsante, la pagina viene chiusa.', '“deve”'],
    ['El botón cierra la página y guarda el préstamo.', '“debe”'],
    ['O sistema guarda a data dos empréstimos.', '“deve”, “deveria” or “pode”'],
    ['系统记录每次借阅的日期。', '“必须”, “应” or “可以”'],
    ['The system keeps the date of each loan.', 'what the system MUST, SHOULD or MAY do'],
    ['Datum.', 'what the system MUST, SHOULD or MAY do'],
  ])('%s', (text, says) => {
    expect(told([text]).map(({ message }) => message)).toEqual([expect.stringContaining(says)])
  })

  test('words that only look like a keyword are none', () => {
    expect(told(['用户界面支持多种语言的性能视图。'])).toHaveLength(1)
    expect(told(['应用响应相应的需求。'])).toHaveLength(1)
    expect(told(['Die Zuordnung ist ein Teil der Ausleihe.'])).toHaveLength(1)
    expect(told(['La signature est facultative.'])).toHaveLength(1)
  })

  test('Japanese demands in the plain form too, and no words of Korean and Thai are known', () => {
    expect(told(['システムは台帳を書き出す。'])).toEqual([])
    expect(told(['시스템은 대출일을 기록한다.', 'ระบบบันทึกวันที่ยืมหนังสือ'])).toEqual([])
  })

  test('a word of another script in an English sentence leaves it English', () => {
    expect(told(['The page of a loan shows the title 借阅 to its reader.'])).toHaveLength(1)
  })
})

describe('what the config says of keywords', () => {
  test('only the languages that count have keywords, and a script without one is not judged', () => {
    expect(told(['Das System muss speichern.'], ['en'])).toHaveLength(1)
    expect(told(['Das System muss speichern.'], ['en', 'de'])).toEqual([])
    expect(told(['系统记录日期。'], ['en'])).toEqual([])
  })

  test('words are added and taken', () => {
    const changes = (add: readonly string[], remove: readonly string[]) =>
      new Map([['keywords', { add, remove }]] as const)
    expect(told(['The system will keep the date.'])).toHaveLength(1)
    expect(told(['The system will keep the date.'], undefined, changes(['will'], []))).toEqual([])
    expect(told(['The system may keep the date.'], undefined, changes([], ['may']))).toHaveLength(1)
  })
})
