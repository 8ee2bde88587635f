import { Command, CommanderError, Option } from 'commander'
import { type CheckOptions, check } from './check'
import type { CliEnvironment } from './environment'
import { EXIT } from './exit'
import { explain } from './explain'

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
    .addOption(new Option('--format <format>', 'how to report').choices(['pretty', 'json']).default('pretty'))
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 from this severity on')
        .choices(['error', 'warning', 'info', 'hint', 'never'])
        .default('error'),
    )
    .option('--allow-none', 'a folder without a specification is no failure', false)
    .option('--hints', 'list hints too (pretty; json always has them)', false)
    .addHelpText('after', CHECK_HELP)
    .action(async (paths: string[], options: CheckOptions) => exit(await check(paths, options, environment)))

  addCommand('explain')
    .description('tell why a file is checked, or is not')
    .argument('<file>', 'a Markdown file')
    .action(async (file: string) => exit(await explain(file, environment)))

  addCommand('lsp')
    .description('run the language server, for editors')
    .option('--stdio', 'talk over standard input and output (the default)')
    // Editors add options of their own, as --clientProcessId=1.
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => environment.serve())
  return program
}

const CHECK_HELP = `
Folders are looked into, but for node_modules, .git, nested git worktrees and what .gitignore names.
Files that are not specifications are passed over: "specmark explain FILE" tells why.

Exit codes:
  0  clean
  1  findings at or above --fail-on
  2  something could not be checked: a path, a file, a config, or a folder without a specification`
