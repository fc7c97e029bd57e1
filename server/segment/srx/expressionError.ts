/** Why an expression cannot be used. `feature` is the part of it that is meant. */
export class ExpressionError extends Error {
  readonly problem: 'syntax' | 'property' | 'feature' | 'repetition'
  readonly feature: string

  constructor(problem: ExpressionError['problem'], feature: string) {
    super(`${problem}: ${feature}`)
    this.problem = problem
    this.feature = feature
  }
}
