import { describe, expect, test } from 'vitest'
import { runRules } from '../../src/core/rules/run'
import { DEFAULT_SETTINGS } from '../../src/core/rules/settings'
import { expectMarks, inputOf, specWith } from './support/judge'

describe('criterion/given-when-then', () => {
  test('missing and disordered clauses', () => {
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria
- [ ] **AC-1**: Given an empty ledger, then the file holds the header alone
        ^^^^ criterion/given-when-then no When: write “Given …, when …, then …”, or “Edge case: …”
- [ ] **AC-2**: The export works
        ^^^^ criterion/given-when-then no Given, no When and no Then
- [ ] **AC-3**: When it is exported, then a link is mailed, given a ledger
        ^^^^ criterion/given-when-then out of order
`),
    )
  })

  test('one line, wrapped, a line each, bold, upper case, nested, in a fence, in another language', () => {
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then a link is mailed
- [ ] **AC-2**: Given a ledger that spans
  two years, when it is exported,
  then two files are written
- [ ] **AC-3**: **Given** a ledger  
  **When** it is exported  
  **Then** a link is mailed
- [ ] **AC-4**: GIVEN a ledger WHEN it is exported THEN a link is mailed
- [ ] **AC-5**: Export at night
  - Given a ledger
  - When midnight passes
  - Then it is exported
- [ ] **AC-6**: As a scenario
  \`\`\`gherkin
  Given a ledger
  When it is exported
  Then a link is mailed
  \`\`\`
- [ ] **AC-7**: Dato un registro, quando viene esportato, allora arriva un link
- **AC-8**: Given no box, when it is read, then it counts
`),
    )
  })

  test('the template’s other shape, placeholders, retired ones and “N/A” are accepted', () => {
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria
- [ ] **AC-1**: Edge case: two exports at once
- [ ] **AC-2**: **Edge case**: a full disk
- [ ] **AC-3**: Given [context], when [action], then [expected result]
- [ ] **AC-4**: ~~The fax is sent~~
- [ ] **AC-5**: N/A
`),
    )
  })

  test('a word of another language alone is no clause of it', () => {
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria
- [ ] **AC-1**: The link shows when the mailed data came
        ^^^^ criterion/given-when-then has no Given and no Then:
- [ ] **AC-2**: Quando un registro viene esportato, allora arriva un link
        ^^^^ criterion/given-when-then has no Given:
`),
    )
  })

  test('limits, commands with their result and headings with a test of their own are criteria in themselves', () => {
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria
- [ ] **AC-1**: \`wc -l export.ts\` ≤ 300
- [ ] **AC-2**: \`make test\` exits with 0
- [ ] **AC-3**: The signature works
        ^^^^ criterion/given-when-then
- [ ] **AC-6**: Given an export, when it is opened, then its signature is checked
- [ ] **AC-7**: Given no key, when an export is signed, then the log says so

#### AC-4: Exports are signed

Run \`gpg --verify\`.

**Expected**: a good signature

#### AC-5: Exports are mailed
     ^^^^ criterion/given-when-then

Expected by all.
`),
    )
  })

  test('IDs of another shape or outside the criteria, and lists that end a sentence, are left alone', () => {
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then a link is mailed
- **SC-001**: 99 % of the exports succeed

The release succeeds if an accountant concludes:

- It saves a day

To do:

- [ ] **AC-2**: The export works
        ^^^^ criterion/given-when-then

#### Testing
- [ ] **AC-4**: The export is tested
        ^^^^ criterion/given-when-then

## Risks & Mitigations
- **AC-3** (disk space): The disk is watched
`),
    )
  })

  test('what is checked on the code or the tests is no scenario', () => {
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then a link is mailed
- [ ] **AC-2**: All existing tests still pass
- [ ] **AC-3**: Tutti i test esistenti passano ancora
- [ ] **AC-4**: \`Exporter\` is registered once, in \`services.ts\`
- [ ] **AC-5**: The build ends without a warning
- [ ] **AC-8**: Existing exports can be opened as before
- [ ] **AC-9**: Performance: 1000 entries are exported in < 2 s
- [ ] **AC-10**: Given an export, when it is opened, then the link dies
- [ ] **AC-6**: Given \`Exporter\`, then the file is signed
        ^^^^ criterion/given-when-then AC-6 has no When
- [ ] **AC-7**: The link is mailed
        ^^^^ criterion/given-when-then
`),
    )
  })

  test('a comma may stand for the last clause word', () => {
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, a link is mailed
- [ ] **AC-2**: Given a ledger, a link is shown
        ^^^^ criterion/given-when-then AC-2 has no When:
- [ ] **AC-3**: Given a ledger, when it is exported
        ^^^^ criterion/given-when-then AC-3 has no Then:
`),
    )
  })

  test('a state that lasts needs no action; an event, or a thing, does', () => {
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria
- [ ] **AC-1**: Given the drawer is open, then the exports are listed
- [ ] **AC-2**: Given that no theme has been chosen, the label says “System”
- [ ] **AC-3**: Dato che nessun tema è scelto, allora l’etichetta lo dice
- [ ] **AC-14**: Given a draft and its copy exist, then the copy is hidden
- [ ] **AC-15**: Dato che un registro e la sua copia esistono, allora la copia è nascosta
- [ ] **AC-16**: Given a reader and her card, then the card is shown
        ^^^^^ criterion/given-when-then AC-16 has no When
- [ ] **AC-4**: Given the drawer is open and the reader taps “Export”, then a link is mailed
        ^^^^ criterion/given-when-then AC-4 has no When
- [ ] **AC-5**: Given the reader taps “Export”, then a link is mailed
        ^^^^ criterion/given-when-then AC-5 has no When
- [ ] **AC-6**: Given an export that was opened twice, then the link is dead
        ^^^^ criterion/given-when-then AC-6 has no When
- [ ] **AC-10**: Given a record whose number is known, then it is added once
        ^^^^^ criterion/given-when-then AC-10 has no When
- [ ] **AC-7**: Given the solution builds for release, then no warning is left
- [ ] **AC-8**: Given \`make test\`, then no file is left behind
- [ ] **AC-9**: Given the reader taps “Test”, then a mail is sent
        ^^^^ criterion/given-when-then AC-9 has no When
- [ ] **AC-11**: While an export runs, its button is disabled
- [ ] **AC-12**: Solange ein Export läuft, ist seine Taste gesperrt
- [ ] **AC-13**: Its button is disabled while an export runs
        ^^^^^ criterion/given-when-then AC-13 has no Given
`),
    )
  })

  test.each([
    [
      'German',
      'Angenommen, ein Konto ist leer, wenn es ausgegeben wird, dann enthält die Datei nur die Kopfzeile',
    ],
    ['German', 'Gegeben sei ein leeres Konto. Wenn es ausgegeben wird, enthält die Datei nur die Kopfzeile'],
    ['German', 'Gegeben ein Leser mit zwei Mahnungen, sobald er eine Gebühr zahlt, dann entfällt die ältere'],
    ['Spanish', 'Dado un libro prestado, cuando el lector lo renueva, entonces vence 14 días más tarde'],
    ['Spanish', 'Dadas dos reservas, cuando vuelve un ejemplar, se aparta para la primera'],
    ['French', 'Étant donné un prêt en retard, quand le lecteur le rend, alors une amende est inscrite'],
    ['French', 'Etant donné que le panier est vide, lorsqu’il est envoyé, alors un message le dit'],
    ['French', 'Soit un lecteur bloqué, lorsque l’amende est payée, alors il peut emprunter'],
    [
      'Italian',
      'Dato un prestito scaduto, quando il lettore lo restituisce, allora viene registrata una multa',
    ],
    ['Italian', 'Data una tessera sospesa, quando la multa è pagata, la tessera torna attiva'],
    ['Portuguese', 'Dado um empréstimo vencido, quando o leitor o devolve, então é registada uma multa'],
    ['Portuguese', 'Dada uma reserva, quando o exemplar volta, entao o leitor recebe um aviso'],
    ['Chinese', '假如账本为空，当导出账本时，那么文件只有表头'],
    ['Chinese', '给定一位被停用的读者，当他缴清罚款后，则可以再次借书'],
    ['Chinese', '假設帳本為空，當匯出帳本時，檔案只有表頭'],
    ['Japanese', '前提：台帳が空である。もしエクスポートしたら、ならばファイルにはヘッダーだけがある'],
    ['Japanese', '前提として台帳が空のとき、エクスポートすると、ヘッダーだけのファイルができる'],
    ['Japanese', '台帳が空の状態でエクスポートすると、ヘッダーだけのファイルができる'],
  ])('%s: %s', (_language, text) => {
    expectMarks('criterion', specWith(`### Acceptance Criteria\n- [ ] **AC-1**: ${text}\n`))
  })

  test.each([
    ['German', 'Gegeben ein leeres Konto, dann enthält die Datei nur die Kopfzeile', 'no When'],
    ['German', 'Wenn ein leeres Konto ausgegeben wird, dann enthält die Datei nur die Kopfzeile', 'no Given'],
    ['Spanish', 'Dado un libro prestado, entonces vence 14 días más tarde', 'no When'],
    ['French', 'Étant donné un prêt en retard, alors une amende est inscrite', 'no When'],
    ['Italian', 'Quando il lettore lo restituisce, allora viene registrata una multa', 'no Given'],
    ['Portuguese', 'Dado um empréstimo vencido, quando o leitor o devolve', 'no Then'],
    ['Chinese', '假如读者还书，那么罚款停止累计', 'no When'],
    ['Japanese', '前提：読者が本を返す。ならば延滞料は止まる', 'no When'],
  ])('%s, unfinished: %s', (_language, text, says) => {
    const mark = `        ^^^^ criterion/given-when-then ${says}`
    expectMarks('criterion', specWith(`### Acceptance Criteria\n- [ ] **AC-1**: ${text}\n${mark}\n`))
  })

  test('only the languages that the config has count', () => {
    const text = specWith(
      '### Acceptance Criteria\n- [ ] **AC-1**: Dado un libro, cuando el lector lo renueva, entonces vence más tarde\n',
    )
    const withLanguages = (languages: readonly string[]) =>
      runRules({
        ...inputOf(text),
        settings: { ...DEFAULT_SETTINGS, words: { languages, changes: new Map() } },
      }).filter(({ rule }) => rule === 'criterion/given-when-then')
    expect(withLanguages(['en', 'es'])).toEqual([])
    expect(withLanguages(['en'])).toHaveLength(1)
  })
})
