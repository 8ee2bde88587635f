// Stands in for the native module @vscode/spdlog in the on-demand VS Code server: without it every log and every output
// channel of an extension stays empty. Writes the same files, in the same line format, without rotation.
const { appendFileSync, mkdirSync } = require('node:fs')
const { dirname } = require('node:path')

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical']

class Logger {
  #file
  #level = 0
  #formatted = true

  constructor(_type, _name, file) {
    this.#file = file
    appendFileSync(file, '')
  }

  trace(message) {
    this.#write(0, message)
  }

  debug(message) {
    this.#write(1, message)
  }

  info(message) {
    this.#write(2, message)
  }

  warn(message) {
    this.#write(3, message)
  }

  error(message) {
    this.#write(4, message)
  }

  critical(message) {
    this.#write(5, message)
  }

  getLevel() {
    return this.#level
  }

  setLevel(level) {
    this.#level = level
  }

  setPattern() {
    this.#formatted = true
  }

  clearFormatters() {
    this.#formatted = false
  }

  flush() {}

  drop() {}

  #write(level, message) {
    if (level < this.#level) return
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '')
    appendFileSync(this.#file, this.#formatted ? `${time} [${levels[level]}] ${message}\n` : message)
  }
}

async function createLogger(type, name, file) {
  mkdirSync(dirname(file), { recursive: true })
  return new Logger(type, name, file)
}

exports.version = 0
exports.setLevel = () => undefined
exports.setFlushOn = () => undefined
exports.Logger = Logger
exports.createRotatingLogger = (name, file) => createLogger('rotating', name, file)
exports.createAsyncRotatingLogger = (name, file) => createLogger('rotating_async', name, file)
