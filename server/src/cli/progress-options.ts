export const PROGRESS_FORMATS = ['pretty', 'md', 'html', 'json'] as const

export interface ProgressOptions {
  readonly format: (typeof PROGRESS_FORMATS)[number]
}
