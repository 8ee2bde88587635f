import { commands } from 'vscode'

/** Sets what menus and views of the manifest hang on: each set is looked at by all of them, so only another value is sent. */
export function contextKey<T extends string | boolean>(name: string): (value: T) => void {
  let last: T | undefined
  return (value) => {
    if (value === last) return
    last = value
    void commands.executeCommand('setContext', name, value)
  }
}
