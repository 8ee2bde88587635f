import { CommanderError } from 'commander'
import type { CliEnvironment, CliTerminal } from './environment'
import { EXIT } from './exit'
import { createProgram } from './program'

/**
 * Runs the command line.
 *
 * @param args what follows the program's name
 * @param load gives the world to the command that is run
 * @returns the exit code, see `EXIT`; errors of use are told on standard error
 */
export async function run(
  args: readonly string[],
  terminal: CliTerminal,
  load: () => Promise<CliEnvironment>,
): Promise<number> {
  let exitCode: number = EXIT.clean
  const program = createProgram(terminal, load, (code) => {
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
