import { URI, Utils } from 'vscode-uri'

export function isIgnoreFile(uri: string): boolean {
  return Utils.basename(URI.parse(uri)) === '.gitignore'
}

export function isIn(uri: string, folder: string): boolean {
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`)
}
