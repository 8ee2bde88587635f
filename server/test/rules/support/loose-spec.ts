/** A spec that follows no template: two items with IDs make it one. */
export const LOOSE = `# Ledger export

## Requirements
- **REQ-001**: The system must export the ledger.
- **REQ-002**: The system must mail a link.
`
