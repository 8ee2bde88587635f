/**
 * @typedef {{ name: string, summary: string, reason: string, bad: string, good: string, severity: string[],
 *   templateOnly: boolean, whenClosed: boolean, fix?: string, fixAll?: true, beside?: Record<string, string> }} Rule
 */

/** Stands before an example that is no whole document. */
const HEAD = `# Specification: Ledger export

## Overview
**ID**: SPEC-2026-01-15-001  
**Status**: Draft  
**Created**: 2026-01-15  
**Last Updated**: 2026-01-16  

`

/** A list item or a table row: a comment on a line of its own would split its list or table; behind a row it is a cell. */
const partOfBlock = /^\s*(?:[-*+]|\d+[.)])\s|^\s*\|/

/**
 * Shows how the first finding in a rule's bad example is suppressed, with the line that it is on.
 *
 * @param {Rule} rule
 * @param {(text: string) => Promise<readonly number[]>} linesOf the lines on which it speaks of a text
 * @returns {Promise<string>} Markdown
 * @throws {Error} where the rule speaks all the same, so that no page shows what does not work
 */
export async function suppressionExample(rule, linesOf) {
  const text = rule.bad.startsWith('# ') ? rule.bad : HEAD + rule.bad
  const found = await linesOf(text)
  const [first] = found
  if (first === undefined) throw new Error(`${rule.name} is silent on its bad example.`)
  const lines = text.split('\n')
  const line = (lines[first] ?? '').trimEnd()
  const comment = (/** @type {string} */ place) => `<!-- specmark-disable-${place} ${rule.name} -- why -->`
  const shown = partOfBlock.test(line)
    ? line.replace(/(?: \|)?$/, (bar) => ` ${comment('line')}${bar}`)
    : `${comment('next-line')}\n${line}`
  const suppressed = [...lines.slice(0, first), shown, ...lines.slice(first + 1)].join('\n')
  const left = await linesOf(suppressed)
  if (left.length !== found.filter((other) => other !== first).length) {
    throw new Error(`${rule.name} speaks of its bad example in spite of:\n${shown}`)
  }
  return shown
}
