import { Argument, Command, Option } from 'commander'
import { check } from './check'
import { type CheckOptions, FORMATS } from './check-options'
import type { CliEnvironment } from './environment'
import { explain } from './explain'
import { type FixOptions, fix } from './fix'
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
import { type InitOptions, init } from './init/init'
import { createSpec, type NewOptions } from './new'
import { PROGRESS_FORMATS, type ProgressOptions, progress } from './progress'
import { QUESTIONS_FORMATS, type QuestionsOptions, questions } from './questions'
import { explainRules, namesMeant } from './rules'

type Exit = (code: number) => void

/** The commands and their options. @param exit takes the exit code of the command that was run */
export function createProgram(environment: CliEnvironment, exit: Exit): Command {
  const program = new Command('specmark')
    .description(
      'Checks specifications written in Markdown: requirement IDs, references, checklists, placeholders.',
    )
    .version(environment.version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showSuggestionAfterError()
    .showHelpAfterError('(specmark help COMMAND tells more)')
    .addHelpText('after', PROGRAM_HELP)
    .exitOverride()
    .configureOutput({ writeOut: environment.print, writeErr: environment.complain })
  program.commandsGroup('Checking:')
  addCheck(program, environment, exit)
  addFix(program, environment, exit)
  addQuestions(program, environment, exit)
  addExplain(program, environment, exit)
  addRules(program, environment, exit)
  program.commandsGroup('Writing:')
  addInit(program, environment, exit)
  addNew(program, environment, exit)
  addProgress(program, environment, exit)
  program.commandsGroup('Other:')
  addLsp(program, environment)
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

function addCheck(program: Command, environment: CliEnvironment, exit: Exit): void {
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
    .action(async (paths: string[], options: CheckOptions) => exit(await check(paths, options, environment)))
}

function addFix(program: Command, environment: CliEnvironment, exit: Exit): void {
  addCommand(program, 'fix', 'mend what is safe to mend', FIX_HELP)
    .addArgument(pathArgument())
    .addOption(ruleOption('mend findings of this rule only, or of a group; may be repeated'))
    .option('--dry-run', 'print a unified diff, and write nothing')
    .action(async (paths: string[], options: FixOptions) => exit(await fix(paths, options, environment)))
}

function addQuestions(program: Command, environment: CliEnvironment, exit: Exit): void {
  addCommand(program, 'questions', 'list what specifications still leave open', QUESTIONS_HELP)
    .addArgument(pathArgument())
    .addOption(new Option('--format <format>', 'how to report').choices(QUESTIONS_FORMATS).default('pretty'))
    .action(async (paths: string[], options: QuestionsOptions) =>
      exit(await questions(paths, options, environment)),
    )
}

function addExplain(program: Command, environment: CliEnvironment, exit: Exit): void {
  addCommand(program, 'explain', 'tell why a file is checked, or is not', EXPLAIN_HELP)
    .argument('<file>', 'a Markdown file')
    .action(async (file: string) => exit(await explain(file, environment)))
}

function addRules(program: Command, environment: CliEnvironment, exit: Exit): void {
  addCommand(program, 'rules', 'list the rules, or explain one', RULES_HELP)
    .argument('[name]', 'a rule: id/duplicate')
    .action((name: string | undefined) => exit(explainRules(name, environment)))
}

function addInit(program: Command, environment: CliEnvironment, exit: Exit): void {
  addCommand(program, 'init', 'make a config, and a baseline', INIT_HELP)
    .option(
      '--from <folder>',
      'fit it to the specifications of a folder, and write a baseline of what is found',
    )
    .option('--dry-run', 'print it, and make no file')
    .action(async (options: InitOptions) => exit(await init(options, environment)))
}

function addNew(program: Command, environment: CliEnvironment, exit: Exit): void {
  addCommand(program, 'new', 'make a specification from a template', NEW_HELP)
    .argument('<title>', 'what it is about')
    .option('--template <name>', 'a template of the config, or a built-in one')
    .option('--folder <folder>', 'where to put it, instead of where the config says')
    .option('--dry-run', 'print it, and make no file')
    .action(async (title: string, options: NewOptions) => exit(await createSpec(title, options, environment)))
}

function addProgress(program: Command, environment: CliEnvironment, exit: Exit): void {
  addCommand(program, 'progress', 'show how far specifications are, by status', PROGRESS_HELP)
    .addArgument(pathArgument())
    .addOption(new Option('--format <format>', 'how to report').choices(PROGRESS_FORMATS).default('pretty'))
    .action(async (paths: string[], options: ProgressOptions) =>
      exit(await progress(paths, options, environment)),
    )
}

function addLsp(program: Command, environment: CliEnvironment): void {
  addCommand(program, 'lsp', 'run the language server, for editors', '')
    .option('--stdio', 'talk over standard input and output (the default)')
    // Editors add options of their own, as --clientProcessId=1.
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => environment.serve())
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
  return [...(before ?? []), ...namesMeant(value)]
}
