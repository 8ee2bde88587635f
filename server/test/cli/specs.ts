import { readFileSync } from 'node:fs'

/** A loose spec: two requirements and their checks. It is judged by IDs, references and checklists alone. */
export const LOOSE = `# Export

- **REQ-001**: The ledger MUST be exported as CSV.
- **REQ-002**: The export MUST be mailed to the accountant.

- [x] **AC-1**: Given a ledger, when it is exported, then a CSV file comes (REQ-001).
- [ ] **AC-2**: Given an export, when it is done, then it is mailed (REQ-002).
`

/** The same with an ID defined twice: one error. */
export const DUPLICATE = LOOSE.replaceAll('REQ-002', 'REQ-001')

/** A reference that leads nowhere: one warning. */
export const UNKNOWN = LOOSE.replace('(REQ-002)', '(REQ-003)')

export const README = '# Lantern\n\nRead `specs/` first. It MUST be fast.\n\n- [ ] write more\n'

const builtIn = readFileSync(new URL('../../../templates/spec.md', import.meta.url), 'utf8')

/** The built-in template as a new document has it. */
export const FRESH = builtIn.slice(builtIn.indexOf('\n---\n', 3) + '\n---\n'.length)
