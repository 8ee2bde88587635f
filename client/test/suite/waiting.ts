import * as vscode from 'vscode'

const limitMs = 10_000

/**
 * Settles with the first value that `read` gives, asked now and after each event, until it is not undefined.
 *
 * @param what names the condition in the error of a wait that ran out
 * @param events when `read` may answer otherwise than before
 */
export function waitFor<Value>(
  what: string,
  read: () => Value | undefined,
  ...events: readonly vscode.Event<unknown>[]
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const subscriptions: vscode.Disposable[] = []
    const settle = (end: () => void) => {
      clearTimeout(limit)
      for (const subscription of subscriptions) subscription.dispose()
      end()
    }
    const check = () => {
      const value = read()
      if (value !== undefined) settle(() => resolve(value))
    }
    const limit = setTimeout(
      () => settle(() => reject(new Error(`Waited ${limitMs} ms for ${what}`))),
      limitMs,
    )
    for (const event of events) subscriptions.push(event(check))
    check()
  })
}

/** Waits until the findings of a document satisfy a condition, and gives them. */
export function waitForFindings(
  uri: vscode.Uri,
  what: string,
  condition: (findings: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  const read = () => {
    const findings = findingsOf(uri)
    return condition(findings) ? findings : undefined
  }
  return waitFor(`${what} in ${uri.path}`, read, vscode.languages.onDidChangeDiagnostics)
}

/** What Specmark, and no other extension, has found in a document. */
export function findingsOf(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === 'specmark')
}

/** The name of the rule that a finding comes from. */
export function ruleOf(finding: vscode.Diagnostic): string {
  const { code } = finding
  return String(typeof code === 'object' ? code.value : code)
}
