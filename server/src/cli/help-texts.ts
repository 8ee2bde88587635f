/** What follows the list of options in the help of a command; as wide as the lists are where nobody tells a width. */

const EXIT_CODES = `
Exit codes:
  0  clean
  1  findings at or above --fail-on
  2  something could not be done as asked: a path, a file, a config, a folder
     without a specification`

export const PROGRAM_HELP = `
Examples:
  specmark init --from .      set up a repository that has specifications
  specmark check              check those of the current folder
  specmark fix --dry-run      see what would be mended
  specmark help check         all about one command
${EXIT_CODES}

A specification is recognised by the config (specmark.json), its document ID,
its title or its sections; other Markdown files are passed over: "specmark
explain FILE" tells why.`

export const CHECK_HELP = `
Folders are looked into, but for node_modules, .git, nested git worktrees and
what .gitignore names. Paths limit what is reported: a specification is judged
beside all others of its repository.

Examples:
  specmark check                           those of the current folder
  specmark check specs "docs/**/spec.md"   of a folder, and of a glob
  specmark check --fail-on warning --quiet
                                           nothing but what makes it fail
  specmark check --since origin/main       only what a branch brings
  specmark check --update-baseline         from now on, only what is new
  specmark check --format github           annotations in a pull request
  specmark check --format sarif > a.sarif  for code scanning
  specmark check --watch                   again as files change
  git show :a.md | specmark check --stdin --stdin-filename a.md
${EXIT_CODES}`

export const FIX_HELP = `
Only what is right without anybody looking is mended; editors offer the other
fixes too. "specmark rules NAME" tells what those of a rule do. A file is
written whole or not at all, and never over a change that came meanwhile.

Examples:
  specmark fix                          those of the current folder
  specmark fix specs/a.md --dry-run     see it first, as a diff
  specmark fix --rule table/ragged-row

Exit codes:
  0  done, or nothing to do
  2  something could not be read or written, or a folder has no specification`

export const QUESTIONS_HELP = `
Listed are [NEEDS CLARIFICATION: ...], TBD and marks like it, and the rows of a
table of questions that have no answer.

Examples:
  specmark questions specs
  specmark questions --format json`

export const EXPLAIN_HELP = `
Example:
  specmark explain docs/export.md`

export const RULES_HELP = `
Examples:
  specmark rules                  all of them, with their severities
  specmark rules id/duplicate     what it finds, why, and how it is mended`

export const PROGRESS_HELP = `
Examples:
  specmark progress specs
  specmark progress --format html > progress.html
                                  one page, to be sent or printed
  specmark progress --format md >> "$GITHUB_STEP_SUMMARY"
  specmark progress --format json`

export const NEW_HELP = `
The document ID is the next free one of today among all files of the config's
folder, or of the repository.

Examples:
  specmark new "Ledger export"
  specmark new "Ledger export" --folder specs --template decision
  specmark new "Ledger export" --dry-run`

export const INIT_HELP = `
A file that is there already is never overwritten.

Examples:
  specmark init                   every key, explained, to be filled in
  specmark init --from .          a config that fits the specifications here, and
                                  a baseline: "specmark check" exits with 0 from
                                  then on, until something new is found
  specmark init --from docs --dry-run

Exit codes:
  0  done
  2  there is a config or baseline already, the folder has no specification, or
     something could not be read or written`
