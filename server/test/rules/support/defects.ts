/** One defect: what it is, the rule that must speak, and the text that takes another's place. */
export type Defect = readonly [what: string, rule: string, from: string | RegExp, to: string, status?: string]

const OUT_OF_SCOPE =
  '### Out of Scope\n- Renewal by telephone stays as it is.\n- Fees for late returns are a matter of another specification.\n\n'

const spec = (id: string, title: string) =>
  `# Specification: ${title}\n\n## Overview\n**ID**: ${id}  \n**Status**: Draft  \n\n### Functional Requirements\n1. **[REQ-021]** The desk MUST answer.\n`

/** The specifications that the example links to. */
export const BESIDE: Readonly<Record<string, string>> = {
  'reservation-queue.md': spec('SPEC-2026-02-16-001', 'Reservation queue'),
  'overdue-notices.md': spec('SPEC-2026-02-24-001', 'Overdue notices'),
}

/** Made one at a time in the example “loan renewal”, each gives one finding. */
export const DEFECTS: readonly Defect[] = [
  [
    'another specification has its document ID',
    'metadata/duplicate-id',
    'SPEC-2026-01-12-001',
    'SPEC-2026-02-16-001',
  ],
  [
    'a qualified ID names no specification',
    'reference/unknown-spec',
    'in leap years too (REQ-001)',
    'in leap years too (REQ-001), as SPEC-2026-02-17-001#REQ-021',
  ],
  [
    'a qualified ID names no item',
    'reference/unknown-spec',
    'in leap years too (REQ-001)',
    'in leap years too (REQ-001), as SPEC-2026-02-16-001#REQ-022',
  ],
  [
    'an ID is that of two specifications',
    'reference/ambiguous',
    'in leap years too (REQ-001)',
    'in leap years too (REQ-001), as REQ-021',
  ],
  ['a criterion names itself', 'reference/self', 'in leap years too (REQ-001)', 'in leap years too (AC-5)'],
  ['a required section is gone', 'structure/missing-section', /## Definition of Done\n(?:- .*\n)+\n/, ''],
  [
    'sections are swapped',
    'structure/section-order',
    /(## Success Metrics\n(?:- .*\n)+\n)(## Definition of Done\n(?:- .*\n)+\n)/,
    '$2$1',
  ],
  [
    'a section is there twice',
    'structure/duplicate-section',
    '## Success Metrics\n',
    '## Success Metrics\n- [x] First answers read\n\n## Success Metrics\n',
  ],
  ['a section says nothing', 'structure/empty-section', OUT_OF_SCOPE, '### Out of Scope\n\n'],
  [
    'a section of the author’s own says nothing',
    'structure/empty-section',
    '## References',
    '## Glossary\n\n## References',
  ],
  ['a heading is misspelt', 'structure/near-miss-heading', '### Learnings', '### Learning'],
  [
    'a heading has its words swapped',
    'structure/near-miss-heading',
    '### Future Improvements',
    '### Improvements Future',
  ],
  [
    'a placeholder is left',
    'structure/placeholder',
    '- Renewal by telephone stays as it is.',
    '- [Explicitly list what is NOT included]',
  ],
  [
    'a placeholder without brackets is left',
    'structure/placeholder',
    'Readers renew a loan without calling the desk',
    'Primary goal 1',
  ],
  [
    'a marker is left',
    'structure/unresolved-marker',
    '- Fees for late returns are a matter of another specification.',
    '- TBD',
  ],
  [
    'a question is open',
    'structure/unresolved-marker',
    '- Renew all loans of a reader at once.',
    '- Renew all loans at once [NEEDS CLARIFICATION: of which readers?]',
  ],
  [
    'a merge went wrong',
    'structure/conflict-marker',
    '### Learnings',
    '<<<<<<< HEAD\n### Learnings\n=======\n### Lessons\n>>>>>>> theirs',
  ],
  ['a field is gone', 'metadata/missing-field', /\*\*Created\*\*: .*\n/, ''],
  ['a field is empty', 'metadata/missing-field', '**Last Updated**: 2026-02-20', '**Last Updated**:'],
  ['the document ID has another form', 'metadata/invalid-id', 'SPEC-2026-01-12-001', 'SPEC-0012'],
  [
    'the document ID has an impossible date',
    'metadata/invalid-id',
    'SPEC-2026-01-12-001',
    'SPEC-2026-02-30-001',
  ],
  [
    'the status is none of the template’s',
    'metadata/unknown-status',
    '**Status**: Review',
    '**Status**: Reveiw',
  ],
  [
    'a date is written in another form',
    'metadata/invalid-date',
    '**Created**: 2026-01-12',
    '**Created**: 12 January 2026',
  ],
  ['a date is none', 'metadata/invalid-date', '**Created**: 2026-01-12', '**Created**: 2026-13-12'],
  [
    'it was updated before it was created',
    'metadata/date-order',
    '**Last Updated**: 2026-02-20',
    '**Last Updated**: 2026-01-02',
  ],
  [
    'it was updated in the future',
    'metadata/date-order',
    '**Last Updated**: 2026-02-20',
    '**Last Updated**: 2027-02-20',
  ],
  ['an ID has no number', 'id/malformed', '4. **[TEST-004]**', '4. **[TEST-]**'],
  ['an ID is written with an underscore', 'id/malformed', '**[TEST-004]**', '**[TEST_004]**'],
  ['a test case has no ID', 'id/missing', '4. **[TEST-004]** Test when', '4. Test when'],
  ['an ID is given twice', 'id/duplicate', '2. **[TEST-002]**', '2. **[TEST-001]**'],
  ['a number is skipped', 'id/gap', '**[TEST-004]**', '**[TEST-006]**', 'Draft'],
  [
    'a criterion stands among the requirements',
    'id/wrong-section',
    '\n### Non-Functional',
    '6. **AC-6**: Given a loan, when it is renewed, then its card says so (REQ-001).\n\n### Non-Functional',
  ],
  [
    'a criterion names a requirement that is none',
    'reference/unknown',
    'in leap years too (REQ-001)',
    'in leap years too (REQ-041)',
  ],
  [
    'a link leads to no heading',
    'reference/broken-link',
    '[Reservation queue](reservation-queue.md)',
    '[Learnings](#learning-s-of-all)',
  ],
  [
    'a requirement has no keyword',
    'requirement/no-keyword',
    'The system MUST tell the reader',
    'The system tells the reader',
  ],
  [
    'a keyword is in lower case',
    'requirement/keyword-case',
    'The system MUST refuse a third',
    'The system must refuse a third',
  ],
  [
    'a requirement demands two things',
    'requirement/compound',
    'MUST refuse a third renewal of one loan.',
    'MUST refuse a third renewal of one loan and MUST write a line to the log.',
  ],
  [
    'a word has no measure',
    'requirement/vague-word',
    'The system MUST refuse a third',
    'The robust system MUST refuse a third',
  ],
  ['a quantity is left open', 'requirement/vague-quantity', 'from three days before', 'several days before'],
  [
    'a clause lets the system off',
    'requirement/escape-clause',
    'or the reason of a refusal.',
    'or the reason of a refusal, as far as possible.',
  ],
  [
    'a list is left open',
    'requirement/open-ended',
    'or the reason of a refusal.',
    'the reason of a refusal, etc.',
  ],
  ['a time is left open', 'requirement/vague-time', 'MUST refuse a third', 'MUST eventually refuse a third'],
  [
    'the verb says little',
    'requirement/weak-verb',
    'MUST refuse a third renewal of one loan',
    'MUST support a third renewal of one loan',
  ],
  [
    'a requirement runs on',
    'requirement/too-long',
    'MUST refuse a third renewal of one loan',
    `MUST refuse a third renewal of one loan ${'by the reader at the desk of the branch in the town '.repeat(6).trim()}`,
  ],
  [
    'a requirement is said twice',
    'requirement/similar',
    'The system MUST refuse a third renewal of one loan.',
    'The system MUST refuse a renewal for the same title while another reader holds a reservation.',
  ],
  [
    'a quality has no number',
    'requirement/unmeasurable',
    'The answer to a renewal MUST arrive within 500 ms for 95 % of the requests.',
    'The answer to a renewal MUST arrive before the reader leaves.',
  ],
  ['a criterion has no When', 'criterion/given-when-then', ' when it is renewed again,', ''],
  [
    'a criterion has two',
    'criterion/several-whens',
    'when its reader renews it, then',
    'when its reader signs in, and when it is renewed, then',
  ],
  [
    'a test case has no expectation',
    'test/missing-part',
    /\n {3}- Expected: offered, offered, not offered/,
    '',
  ],
  ['a cell has another value', 'table/unknown-value', '| High | Low | Check', '| Terrible | Low | Check'],
  ['a risk has no mitigation', 'table/empty-cell', 'At most two renewals of one loan', ''],
  [
    'a row has too few cells',
    'table/ragged-row',
    '| Application code | The terminal needs the reason, not just a failure |',
    '| Application code |',
  ],
  [
    'a requirement is answered by no criterion',
    'trace/no-criterion',
    'then the renewal is refused (REQ-003)',
    'then the renewal is refused (REQ-002)',
  ],
  [
    'a requirement is answered by no test',
    'trace/no-test',
    'Test a third renewal (REQ-003)',
    'Test a third renewal (REQ-001)',
  ],
  [
    'a test case answers nothing',
    'trace/orphan',
    '### Validation Methods',
    '5. **[TEST-005]** Test the log of the desk\n   - Input: a renewal\n   - Expected: one line\n\n### Validation Methods',
  ],
  ['a box is broken', 'checklist/malformed-box', '- [x] Code reviewed', '- [✓] Code reviewed'],
  ['a box says neither', 'checklist/malformed-box', '- [x] Code reviewed', '- [~] Code reviewed'],
  ['all is claimed and one is open', 'checklist/contradicted', '- [x] **AC-3**', '- [ ] **AC-3**'],
  [
    'a task is done and a part of it is not',
    'checklist/parent-done',
    '   - [x] Task 2.3: Show the same on the shelf terminal\n',
    '   - [x] Task 2.3: Show the same on the shelf terminal\n     - [ ] At the branch\n',
  ],
  ['a task has the number of another phase', 'checklist/task-number', 'Task 2.3:', 'Task 3.9:'],
  [
    'it is implemented and boxes are open',
    'lifecycle/open-items',
    '- [x] Code reviewed',
    '- [ ] Code reviewed',
    'Implemented',
  ],
  [
    'a suppression is in vain',
    'suppression/unused',
    '## References\n',
    '## References\n<!-- specmark-disable-next-line id/duplicate -- old -->\n',
  ],
  [
    'a suppression names no rule',
    'suppression/unknown-rule',
    '## References\n',
    '## References\n<!-- specmark-disable-next-line id/dupe -- old -->\n',
  ],
]
