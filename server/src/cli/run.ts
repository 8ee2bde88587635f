import { Command, CommanderError, Option } from 'commander'
import { check } from './check'
import { type CheckOptions, FORMATS } from './check-options'
import type { CliEnvironment } from './environment'
import { EXIT } from './exit'
import { explain } from './explain'
import { type FixOptions, fix } from './fix'
import { createSpec, type NewOptions } from './new'
import { type ProgressOptions, progress } from './progress'
import { explainRules } from './rules'

/**
 * Runs the command line.
 *
 * @param args what follows the program's name
 * @returns the exit code, see `EXIT`; errors of use are told on standard error
 */
export async function run(args: readonly string[], environment: CliEnvironment): Promise<number> {
  let exitCode: number = EXIT.clean
  const program = createProgram(environment, (code) => {
    exitCode = code
  })
  try {
    await program.parseAsync([...args], { from: 'user' })
    return exitCode
  } catch (error) {
    // Help and version arrive here too, with exit code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.failed
    throw error
  }
}

function createProgram(environment: CliEnvironment, exit: (code: number) => void): Command {
  const program = new Command('specmark')
    .description(
      'Checks specifications written in Markdown: requirement IDs, references, checklists, placeholders.',
    )
    .version(environment.version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ writeOut: environment.print, writeErr: environment.complain })
  const addCommand = (name: string) => program.command(name).exitOverride()

  addCommand('check')
    .description('check the specifications among files and folders (default: the current folder)')
    .argument('[path...]', 'files, or folders to look into', ['.'])
    .addOption(new Option('--format <format>', 'how to report').choices(FORMATS).default('pretty'))
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 from this severity on')
        .choices(['error', 'warning', 'info', 'hint', 'never'])
        .default('error'),
    )
    .option('--allow-none', 'a folder without a specification is no failure', false)
    .option('--hints', 'list hints too (pretty; the other formats always have them)', false)
    .addOption(new Option('--rule <name>', 'report this rule only; may be repeated').argParser(collect))
    .option('--quiet', 'report nothing below --fail-on, and no summary', false)
    .option('--since <commit>', 'report only what was not found at this commit')
    .option('--update-baseline', 'make what is found the baseline, instead of reporting it', false)
    .option('--watch', 'check again when files change, until Ctrl+C', false)
    .option('--stdin', 'check the text that comes from standard input', false)
    .option('--stdin-filename <path>', 'the file that it stands for: its config and template count')
    .addHelpText('after', CHECK_HELP)
    .action(async (paths: string[], options: CheckOptions) => exit(await check(paths, options, environment)))

  addCommand('explain')
    .description('tell why a file is checked, or is not')
    .argument('<file>', 'a Markdown file')
    .action(async (file: string) => exit(await explain(file, environment)))

  addCommand('fix')
    .description('mend what is safe to mend (default: in the current folder)')
    .argument('[path...]', 'files, or folders to look into', ['.'])
    .option('--dry-run', 'print a unified diff, and write nothing', false)
    .addOption(new Option('--rule <name>', 'findings of this rule only; may be repeated').argParser(collect))
    .action(async (paths: string[], options: FixOptions) => exit(await fix(paths, options, environment)))

  addCommand('rules')
    .description('list the rules, or explain one')
    .argument('[name]', 'a rule: id/duplicate')
    .action((name: string | undefined) => exit(explainRules(name, environment)))

  addCommand('progress')
    .description('show how far specifications are (default: those of the current folder)')
    .argument('[path...]', 'files, or folders to look into', ['.'])
    .addOption(new Option('--format <format>', 'how to report').choices(['pretty', 'json']).default('pretty'))
    .action(async (paths: string[], options: ProgressOptions) =>
      exit(await progress(paths, options, environment)),
    )

  addCommand('new')
    .description('make a specification from a template')
    .argument('<title>', 'what it is about')
    .option('--template <name>', 'a template of the config, or a built-in one')
    .option('--folder <folder>', 'where to put it, instead of where the config says')
    .option('--dry-run', 'print it, and make no file', false)
    .addHelpText('after', NEW_HELP)
    .action(async (title: string, options: NewOptions) => exit(await createSpec(title, options, environment)))

  addCommand('lsp')
    .description('run the language server, for editors')
    .option('--stdio', 'talk over standard input and output (the default)')
    // Editors add options of their own, as --clientProcessId=1.
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => environment.serve())
  return program
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value]
}

const NEW_HELP = `
The document ID is the next free one of today among all files of the config's folder, or of the repository.

Example:
  specmark new "Ledger export" --folder specs`

const CHECK_HELP = `
Folders are looked into, but for node_modules, .git, nested git worktrees and what .gitignore names.
Files that are not specifications are passed over: "specmark explain FILE" tells why.

Exit codes:
  0  clean
  1  findings at or above --fail-on
  2  something could not be checked: a path, a file, a config, or a folder without a specification`
