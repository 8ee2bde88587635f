export const QUESTIONS_FORMATS = ['pretty', 'json'] as const

export interface QuestionsOptions {
  readonly format: (typeof QUESTIONS_FORMATS)[number]
}
