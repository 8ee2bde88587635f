import { Argument, Command, Option } from 'commander'
import { type CheckOptions, FORMATS } from './check-options'
import type { CliEnvironment, CliTerminal } from './environment'
import type { FixOptions } from './fix'
import {
  CHECK_HELP,
  EXPLAIN_HELP,
  FIX_HELP,
  INIT_HELP,
  NEW_HELP,
  PROGRAM_HELP,
  PROGRESS_HELP,
  QUESTIONS_HELP,
  RULES_HELP,
} from './help-texts'
import type { InitOptions } from './init/init'
import type { NewOptions } from './new'
import { PROGRESS_FORMATS, type ProgressOptions } from './progress-options'
import { QUESTIONS_FORMATS, type QuestionsOptions } from './questions-options'

/** Loads the world, runs a command in it, and takes its exit code. */
type Run = (command: (environment: CliEnvironment) => number | Promise<number>) => Promise<void>

/**
 * The commands and their options. What a command runs is loaded when it is the one: help and version need none of it.
 *
 * @param load gives the world to the command that is run
 * @param exit takes the exit code of the command that was run
 */
export function createProgram(
  terminal: CliTerminal,
  load: () => Promise<CliEnvironment>,
  exit: (code: number) => void,
): Command {
  const run: Run = async (command) => exit(await command(await load()))
  const program = new Command('specmark')
    .description(
      'Checks specifications written in Markdown: requirement IDs, references, checklists, placeholders.',
    )
    .version(terminal.version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showSuggestionAfterError()
    .showHelpAfterError('(specmark help COMMAND tells more)')
    .addHelpText('after', PROGRAM_HELP)
    .exitOverride()
    .configureOutput({ writeOut: terminal.print, writeErr: terminal.complain })
  program.commandsGroup('Checking:')
  addCheck(program, run)
  addFix(program, run)
  addQuestions(program, run)
  addExplain(program, run)
  addRules(program, run)
  program.commandsGroup('Writing:')
  addInit(program, run)
  addNew(program, run)
  addProgress(program, run)
  program.commandsGroup('Other:')
  addLsp(program, load)
  program.helpCommand('help [command]', 'print the help of a command')
  return program
}

function addCommand(program: Command, name: string, description: string, help: string): Command {
  return program
    .command(name)
    .description(description)
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', help)
    .exitOverride()
}

function addCheck(program: Command, run: Run): void {
  addCommand(program, 'check', 'check specifications and report what is found', CHECK_HELP)
    .addArgument(pathArgument())
    .optionsGroup('What is reported:')
    .addOption(ruleOption('report this rule only, or a group: "id/*"; may be repeated'))
    .option('--since <commit>', 'only what was not found at this commit of git')
    .option('--hints', 'list hints too (pretty and github; the other formats always have them)')
    .option('--quiet', 'nothing below --fail-on, and no summary')
    .optionsGroup('How it is reported:')
    .addOption(new Option('--format <format>', 'how to report').choices(FORMATS).default('pretty'))
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 from this severity on')
        .choices(['error', 'warning', 'info', 'hint', 'never'])
        .default('error'),
    )
    .option('--allow-none', 'a folder without a specification is no failure')
    .optionsGroup('What else it can do:')
    .option('--update-baseline', 'make what is found the baseline, instead of reporting it')
    .option('--watch', 'check again when files change, until Ctrl+C')
    .option('--stdin', 'check the text that comes from standard input')
    .option('--stdin-filename <path>', 'the file that it stands for: its config and template count')
    .action((paths: string[], options: CheckOptions) =>
      run(async (environment) =>
        (await import('./check')).check(paths, await withRulesMeant(options), environment),
      ),
    )
}

function addFix(program: Command, run: Run): void {
  addCommand(program, 'fix', 'mend what is safe to mend', FIX_HELP)
    .addArgument(pathArgument())
    .addOption(ruleOption('mend findings of this rule only, or of a group; may be repeated'))
    .option('--dry-run', 'print a unified diff, and write nothing')
    .action((paths: string[], options: FixOptions) =>
      run(async (environment) =>
        (await import('./fix')).fix(paths, await withRulesMeant(options), environment),
      ),
    )
}

function addQuestions(program: Command, run: Run): void {
  addCommand(program, 'questions', 'list what specifications still leave open', QUESTIONS_HELP)
    .addArgument(pathArgument())
    .addOption(new Option('--format <format>', 'how to report').choices(QUESTIONS_FORMATS).default('pretty'))
    .action((paths: string[], options: QuestionsOptions) =>
      run(async (environment) => (await import('./questions')).questions(paths, options, environment)),
    )
}

function addExplain(program: Command, run: Run): void {
  addCommand(program, 'explain', 'tell why a file is checked, or is not', EXPLAIN_HELP)
    .argument('<file>', 'a Markdown file')
    .action((file: string) =>
      run(async (environment) => (await import('./explain')).explain(file, environment)),
    )
}

function addRules(program: Command, run: Run): void {
  addCommand(program, 'rules', 'list the rules, or explain one', RULES_HELP)
    .argument('[name]', 'a rule: id/duplicate')
    .action((name: string | undefined) =>
      run(async (environment) => (await import('./rules')).explainRules(name, environment)),
    )
}

function addInit(program: Command, run: Run): void {
  addCommand(program, 'init', 'make a config, and a baseline', INIT_HELP)
    .option(
      '--from <folder>',
      'fit it to the specifications of a folder, and write a baseline of what is found',
    )
    .option('--dry-run', 'print it, and make no file')
    .action((options: InitOptions) =>
      run(async (environment) => (await import('./init/init')).init(options, environment)),
    )
}

function addNew(program: Command, run: Run): void {
  addCommand(program, 'new', 'make a specification from a template', NEW_HELP)
    .argument('<title>', 'what it is about')
    .option('--template <name>', 'a template of the config, or a built-in one')
    .option('--folder <folder>', 'where to put it, instead of where the config says')
    .option('--dry-run', 'print it, and make no file')
    .action((title: string, options: NewOptions) =>
      run(async (environment) => (await import('./new')).createSpec(title, options, environment)),
    )
}

function addProgress(program: Command, run: Run): void {
  addCommand(program, 'progress', 'show how far specifications are, by status', PROGRESS_HELP)
    .addArgument(pathArgument())
    .addOption(new Option('--format <format>', 'how to report').choices(PROGRESS_FORMATS).default('pretty'))
    .action((paths: string[], options: ProgressOptions) =>
      run(async (environment) => (await import('./progress')).progress(paths, options, environment)),
    )
}

function addLsp(program: Command, load: () => Promise<CliEnvironment>): void {
  addCommand(program, 'lsp', 'run the language server, for editors', '')
    .option('--stdio', 'talk over standard input and output (the default)')
    // Editors add options of their own, as --clientProcessId=1.
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async () => (await load()).serve())
}

function pathArgument(): Argument {
  return new Argument('[path...]', 'files, folders to look into, or globs').default(
    ['.'],
    'the current folder',
  )
}

function ruleOption(description: string): Option {
  return new Option('--rule <name>', description).argParser(collect)
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value]
}

/** With the rules of the groups that are named. */
async function withRulesMeant<Options extends { readonly rule?: readonly string[] }>(
  options: Options,
): Promise<Options> {
  if (options.rule === undefined) return options
  const { namesMeant } = await import('./rules')
  return { ...options, rule: options.rule.flatMap(namesMeant) }
}
