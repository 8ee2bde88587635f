import { spawn } from 'node:child_process'

/** A mistake of the surroundings, told to a person in one message without a stack. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError'
}

/**
 * Runs a command to its end.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, shell?: boolean }} [options]
 *   `quiet` keeps the output back and shows its end only in the error of a failed command.
 * @returns {Promise<string>} what the command wrote to its standard output where `quiet`, else the empty string
 * @throws {SetupError} when the command is missing or ends with another code than 0
 */
export function run(command, args, options = {}) {
  const { cwd, env = process.env, quiet = false, shell = false } = options
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      shell,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    let output = ''
    let everything = ''
    child.stdout?.setEncoding('utf8').on('data', (chunk) => {
      output += chunk
      everything += chunk
    })
    child.stderr?.setEncoding('utf8').on('data', (chunk) => {
      everything += chunk
    })
    const line = [command, ...args].join(' ')
    child.once('error', (error) => reject(new SetupError(`Cannot run "${line}": ${error.message}`)))
    child.once('close', (code, signal) => {
      if (code === 0) resolve(output)
      else {
        const tail = everything.trimEnd().split('\n').slice(-30).join('\n')
        reject(new SetupError(`"${line}" ended with ${signal ?? `code ${code}`}.${tail && `\n${tail}`}`))
      }
    })
  })
}

/**
 * Runs npm itself, the one that started this script where there is one: on Windows `npm` is no program but a script.
 *
 * @param {readonly string[]} args
 * @param {{ cwd?: string, quiet?: boolean }} [options]
 */
export function npm(args, options = {}) {
  const started = process.env.npm_execpath
  if (started?.endsWith('npm-cli.js')) return run(process.execPath, [started, ...args], options)
  return run('npm', args, { ...options, shell: process.platform === 'win32' })
}

/**
 * Whether a program of this name stands on the search path.
 *
 * @param {string} name
 */
export async function isOnPath(name) {
  const finder = process.platform === 'win32' ? 'where' : 'which'
  return run(finder, [name], { quiet: true }).then(
    () => true,
    () => false,
  )
}

/**
 * Runs a script's main function: a `SetupError` is printed as a message, any other error with its stack.
 *
 * @param {() => Promise<number | undefined>} main gives the exit code; undefined is 0
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}
