import { LanguageClient } from 'vscode-languageclient/node'

/** The library's client, which writes into its log what it would show as a notification that nobody asked for. */
export class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false)
  }

  override warn(message: string, data?: unknown): void {
    super.warn(message, data, false)
  }

  override info(message: string, data?: unknown): void {
    super.info(message, data, false)
  }

  override debug(message: string, data?: unknown): void {
    super.debug(message, data, false)
  }
}
